import { useQueryClient } from "@tanstack/react-query";
import { Modal } from "antd";
import { UndoForm } from "../history/undo-form";
import { useTexts } from "../i18n/language-context";

/** Undoes the change that an import was. */
export function UndoImport({ changeId, onClose }: { changeId: number; onClose: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const close = () => {
    onClose();
    void client.invalidateQueries({ queryKey: ["imports"] });
  };
  return (
    <Modal open title={t.imports.undoTitle} footer={null} onCancel={close} destroyOnHidden centered>
      <UndoForm parcelId={null} changeId={changeId} onClose={close} />
    </Modal>
  );
}
