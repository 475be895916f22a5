import { useQueryClient } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { useTexts } from "../i18n/language-context";
import { FileChoice } from "../ui/file-choice";
import { FormDialog } from "../ui/form-dialog";
import { currentView } from "../view/view-store";
import { addLayer, CONTEXT_LAYERS, type ContextLayer, type LayerWords } from "./context-layer-queries";

type NewLayer = LayerWords & { file: File };

/** A file becomes a layer. */
export function AddLayerDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (layer: ContextLayer, on: readonly string[]) => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [form] = Form.useForm<NewLayer>();
  const send = async ({ file, ...words }: NewLayer) => {
    const { body } = await addLayer(file, { ...words, licence: words.licence ?? "" });
    await client.invalidateQueries({ queryKey: CONTEXT_LAYERS });
    onAdded(body, currentView().layers);
  };
  const nameAfter = ({ file }: Partial<NewLayer>) => {
    if (file !== undefined && !form.getFieldValue("name")) form.setFieldValue("name", file.name.replace(/\.[^.]+$/, "").slice(0, 60));
  };
  return (
    <FormDialog<NewLayer> title={t.context.add} form={form} onEntered={nameAfter} initial={{ colour: "#8a3ffc" }} submitLabel={t.context.addDo} send={send} onClose={onClose}>
      <Form.Item label={t.context.file} extra={t.context.fileHint} name="file" rules={[{ required: true, message: t.pages.required }]}>
        <FileChoice accept=".geojson,.json,.gpkg,.fgb,.kml,.zip" />
      </Form.Item>
      <Form.Item label={t.context.name} name="name" rules={[{ required: true, message: t.pages.required }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item label={t.context.source} name="source" rules={[{ required: true, message: t.pages.required }]}>
        <Input maxLength={200} placeholder={t.context.sourceHint} />
      </Form.Item>
      <Form.Item label={t.context.licence} name="licence">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item label={t.context.colour} name="colour">
        <input type="color" aria-label={t.context.colour} />
      </Form.Item>
    </FormDialog>
  );
}
