import { Form, Select } from "antd";
import { useTexts, type Texts } from "../i18n/language-context";
import { zoneOf } from "./export-query";

/** Chooses the coordinate system of a file; zones are found by their number, meridian or EPSG code. */
export function SystemSelect({ systems, value, onChange }: { systems: readonly string[]; value: string; onChange: (crs: string) => void }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <Form.Item label={t.exports.crs} extra={t.exports.crsHint}>
      <Select aria-label={t.exports.crs} showSearch={{ optionFilterProp: "label" }} value={value} options={systems.map((crs) => ({ value: crs, label: systemName(crs, texts) }))} onChange={onChange} />
    </Form.Item>
  );
}

/** What a coordinate system is called, with its EPSG number. */
export function systemName(crs: string, { t }: Texts): string {
  if (crs === "zone") return t.exports.ownZone;
  if (crs === "zone-prefixed") return t.exports.ownZonePrefixed;
  const zone = zoneOf(crs);
  const name = zone === null ? (t.exports.degrees[crs] ?? crs) : t.exports.zone(zone.zone, zone.zone * 3, zone.isPrefixed);
  return `${name} · EPSG:${crs}`;
}
