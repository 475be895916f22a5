import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Modal } from "antd";
import { useRef, useState } from "react";
import { putFileOnVersion } from "../api/http";
import { KEYS } from "../api/queries";
import type { components } from "../api/schema";
import type { Zone } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { FileChoice } from "../ui/file-choice";
import { FormDialog } from "../ui/form-dialog";

type Extent = components["schemas"]["ZoneExtentShape"];

/** Gives a zone its extent from the areas of a file, and says what was made of it. */
export function ZoneExtent({ zone, onSet, onClose }: { zone: Zone; onSet: () => void; onClose: () => void }) {
  const { t, f, pick } = useTexts();
  const client = useQueryClient();
  const [extent, setExtent] = useState<Extent | null>(null);
  // What was made of the file is told before the window closes.
  const isSet = useRef(false);
  const name = pick(zone.nameZh, zone.nameEn);
  const send = async ({ file }: { file: File }) => {
    const { body } = await putFileOnVersion<Extent>(`/api/zones/${zone.id}/extent`, `"z${zone.id}-v${zone.version}"`, file);
    await client.invalidateQueries({ queryKey: [KEYS.zones] });
    isSet.current = true;
    setExtent(body);
  };
  if (extent !== null) {
    return (
      <Modal open centered destroyOnHidden title={t.zoneExtent.title(name)} onCancel={onSet} footer={<Button type="primary" onClick={onSet}>{t.common.close}</Button>}>
        <Alert
          role="status"
          showIcon
          type={extent.parcelsOutside > 0 ? "warning" : "success"}
          title={t.zoneExtent.done(f.hectaresWithUnit(extent.areaSquareMetres), f.count(extent.parts))}
          description={extent.parcelsOutside > 0 ? t.zoneExtent.outside(f.count(extent.parcelsOutside)) : undefined}
        />
      </Modal>
    );
  }
  return (
    <FormDialog<{ file: File }> title={t.zoneExtent.title(name)} subject={zone.hasExtent ? t.zoneExtent.replaces : t.zoneExtent.what} submitLabel={t.zoneExtent.submit} send={send} onClose={() => (isSet.current ? undefined : onClose())}>
      <Form.Item label={t.zoneExtent.file} extra={t.zoneExtent.fileHint} name="file" rules={[{ required: true, message: t.pages.required }]}>
        <FileChoice accept=".geojson,.json,.gpkg,.fgb,.kml,.zip" />
      </Form.Item>
    </FormDialog>
  );
}
