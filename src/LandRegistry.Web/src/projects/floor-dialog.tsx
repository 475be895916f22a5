import { Form, InputNumber, TreeSelect } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useMemo } from "react";
import { useZones } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField, TextField, textOf } from "../ui/form-dialog";
import { zoneItems } from "../zones/zone-items";
import { describeFloor, enterFloor, type FactoryFloor } from "./project-queries";
import { NumberField } from "./site-dialogs";

interface FloorForm {
  zoneId: number;
  building: string;
  floor: string;
  area?: number | null;
  height?: number | null;
  load?: number | null;
  power?: number | null;
  rent?: number | null;
  vacantSince?: Dayjs | null;
  source: string;
  note?: string | null;
  reason: string;
}

/** Enters a floor, or tells it anew as a whole; without a day of vacancy it is let. */
export function FloorDialog({ floor, onClose }: { floor: FactoryFloor | null; onClose: () => void }) {
  const { t, pick } = useTexts();
  const zones = useZones().data;
  const tree = useMemo(() => zoneItems(zones ?? [], pick), [zones, pick]);
  const send = (entered: FloorForm) => {
    const body = {
      zoneId: floor?.parcelId ? null : entered.zoneId,
      parcelId: floor?.parcelId ?? null,
      building: entered.building,
      floor: entered.floor,
      areaSquareMetres: entered.area ?? null,
      heightMetres: entered.height ?? null,
      loadTonnes: entered.load ?? null,
      powerKva: entered.power ?? null,
      rentYuan: entered.rent ?? null,
      vacantSince: dayOf(entered.vacantSince),
      source: entered.source,
      note: textOf(entered.note),
      reason: entered.reason,
    };
    return floor === null ? enterFloor(body) : describeFloor(floor, body);
  };
  const initial: Partial<FloorForm> =
    floor === null
      ? {}
      : {
          zoneId: floor.zoneId, building: floor.building, floor: floor.floor, area: floor.areaSquareMetres, height: floor.heightMetres, load: floor.loadTonnes, power: floor.powerKva, rent: floor.rentYuan,
          vacantSince: floor.vacantSince === null ? null : dayjs(floor.vacantSince), source: floor.source, note: floor.note,
        };
  return (
    <FormDialog<FloorForm> title={floor === null ? t.projects.enterFloor : t.projects.describeFloor} width={640} initial={initial} send={send} onClose={onClose}>
      <Form.Item name="zoneId" label={t.projects.zone} rules={[{ required: true, message: t.pages.required }]}>
        <TreeSelect treeDefaultExpandAll treeData={tree} disabled={floor !== null && floor.parcelId !== null} />
      </Form.Item>
      <div className="form-row">
        <div className="form-row__wide">
          <TextField name="building" label={t.projects.building} maxLength={200} />
        </div>
        <TextField name="floor" label={t.projects.floor} maxLength={200} />
      </div>
      <div className="form-row">
        <Form.Item name="area" label={t.projects.floorAreaColumn} rules={[{ required: floor === null, message: t.pages.required }]}>
          <InputNumber min={1} style={{ width: "100%" }} />
        </Form.Item>
        <NumberField name="height" label={t.projects.floorHeight} />
        <NumberField name="load" label={t.projects.floorLoad} />
      </div>
      <div className="form-row">
        <NumberField name="power" label={t.projects.floorPower} />
        <NumberField name="rent" label={t.projects.floorRent} />
        <DayField name="vacantSince" label={t.projects.vacantSince} required={false} />
      </div>
      <TextField name="source" label={t.projects.source} maxLength={200} />
      <LongField name="note" label={t.pages.note} />
      <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
    </FormDialog>
  );
}
