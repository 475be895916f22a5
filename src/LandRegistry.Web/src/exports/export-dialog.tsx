import { Form, Modal, Segmented } from "antd";
import { useState } from "react";
import type { Bbox } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { filterQuery } from "../view/filters";
import { useView } from "../view/view-store";
import { ExportForm } from "./export-form";
import { FieldPackageForm } from "./field-package-form";

const NOUNS = ["parcels", "money", "field"] as const;
type Noun = (typeof NOUNS)[number];

/** Chooses what of the list on screen shall be a file, and how. */
export function ExportDialog({ count, box, onClose }: { count: number; box: Bbox | null; onClose: () => void }) {
  const { t, f } = useTexts();
  const { filters, asOf } = useView();
  const [noun, setNoun] = useState<Noun>("parcels");
  // A field package is of the parcels as they are, not as they were on a past day.
  const nouns = NOUNS.filter((one) => one !== "field" || asOf === null);
  return (
    <Modal open onCancel={onClose} title={t.exports.title} footer={null} width={560} destroyOnHidden centered>
      <p className="dialog-subject">
        {t.exports.what(f.count(count))} {asOf !== null && t.exports.asOf(f.date(asOf))}
      </p>
      <Form layout="vertical" component={false}>
        <Form.Item label={t.exports.noun}>
          <Segmented<Noun> aria-label={t.exports.noun} value={noun} options={nouns.map((value) => ({ value, label: t.exports.nouns[value] }))} onChange={setNoun} />
        </Form.Item>
      </Form>
      {noun === "field" ? <FieldPackageForm filter={filterQuery(filters, null, box)} onClose={onClose} /> : <ExportForm key={noun} noun={noun} filter={filterQuery(filters, asOf, box)} onClose={onClose} />}
    </Modal>
  );
}
