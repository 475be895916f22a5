import { Button, Upload } from "antd";
import { useTexts } from "../i18n/language-context";

interface FileChoiceProps {
  accept: string;
  /** These come from the form. */
  id?: string;
  value?: File;
  onChange?: (file: File | undefined) => void;
}

/** One file as a field of a form: the browser's own field speaks the browser's language, not the page's. */
export function FileChoice({ accept, id, value, onChange }: FileChoiceProps) {
  const { t } = useTexts();
  return (
    <Upload
      {...(id === undefined ? {} : { id })}
      accept={accept}
      maxCount={1}
      fileList={value === undefined ? [] : [{ uid: "chosen", name: value.name, size: value.size }]}
      beforeUpload={(file) => {
        onChange?.(file);
        return false;
      }}
      onRemove={() => onChange?.(undefined)}
    >
      <Button>{t.common.chooseFile}</Button>
    </Upload>
  );
}
