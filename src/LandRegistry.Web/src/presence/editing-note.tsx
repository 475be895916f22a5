import { EditOutlined } from "@ant-design/icons";
import { useTexts } from "../i18n/language-context";
import { useEditorsOf } from "./presence";

/** Says on the card, and in the dialog, that somebody else is at it. */
export function EditingNote({ parcelId }: { parcelId: number }) {
  const { t } = useTexts();
  const { names, isOwn } = useEditorsOf(parcelId);
  if (names.length === 0 && !isOwn) return null;
  return (
    <p className="editing-note" role="status">
      <EditOutlined aria-hidden />
      {names.length > 0 ? t.presence.editing(names.join(t.common.listSeparator)) : t.presence.otherWindow}
    </p>
  );
}
