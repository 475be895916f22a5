import { useQueryClient } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { KEYS, useZones } from "../api/queries";
import { post } from "../api/http";
import type { components } from "../api/schema";
import { useTexts } from "../i18n/language-context";
import { FormDialog, textOf, TextField } from "../ui/form-dialog";

type Made = components["schemas"]["NewZoneShape"];

const KINDS = ["park", "development_zone", "county", "city", "province", "country", "area"] as const;

interface Entered {
  nameZh: string;
  nameEn?: string;
  code: string;
  kind: string;
  parentId?: number;
  countyCode?: string;
}

/** Makes a zone, of which a new register has none. */
export function NewZone({ onMade, onClose }: { onMade: (zone: Made) => void; onClose: () => void }) {
  const { t, pick } = useTexts();
  const client = useQueryClient();
  const zones = useZones();
  const send = async (entered: Entered) => {
    const { body } = await post<Made>("/api/zones", { ...entered, nameEn: textOf(entered.nameEn), parentId: entered.parentId ?? null, countyCode: textOf(entered.countyCode) });
    await client.invalidateQueries({ queryKey: [KEYS.zones] });
    onMade(body);
  };
  return (
    <FormDialog<Entered> title={t.newZone.title} submitLabel={t.newZone.submit} initial={{ kind: "park" }} send={send} onClose={onClose}>
      <TextField name="nameZh" label={t.newZone.nameZh} />
      <TextField name="nameEn" label={t.newZone.nameEn} required={false} hint={t.newZone.nameEnHint} />
      <TextField name="code" label={t.newZone.code} hint={t.newZone.codeHint} maxLength={40} />
      <Form.Item name="kind" label={t.newZone.kind}>
        <Select options={KINDS.map((value) => ({ value, label: t.newZone.kinds[value] }))} />
      </Form.Item>
      {(zones.data ?? []).length > 0 && (
        <Form.Item name="parentId" label={t.newZone.parent}>
          <Select allowClear showSearch={{ optionFilterProp: "label" }} placeholder={t.newZone.noParent} options={(zones.data ?? []).map((zone) => ({ value: zone.id, label: pick(zone.nameZh, zone.nameEn) }))} />
        </Form.Item>
      )}
      <TextField name="countyCode" label={t.newZone.county} required={false} hint={t.newZone.countyHint} maxLength={6} />
    </FormDialog>
  );
}
