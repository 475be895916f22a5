import { Form, Radio } from "antd";
import { useTexts } from "../i18n/language-context";

/** A determination names its kind and its cause: only kind A may later be fined or taken back. */
export function IdleFields() {
  const { t } = useTexts();
  const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));
  const kinds = Object.entries(t.idleKinds).map(([value, label]) => ({
    value,
    label: (
      <span className="radio-text">
        {label}
        <span className="move-rule__article">{t.idleKindArticles[value]}</span>
      </span>
    ),
  }));
  return (
    <div className="idle-fields">
      <Form.Item name="idleKind" label={t.mark.idleKind} rules={[{ required: true, message: t.mark.idleKindRequired }]}>
        <Radio.Group vertical options={kinds} />
      </Form.Item>
      <Form.Item name="idleCause" label={t.mark.idleCause} rules={[{ required: true, message: t.mark.idleCauseRequired }]}>
        <Radio.Group options={options(t.idleCauses)} />
      </Form.Item>
    </div>
  );
}
