import { CloseOutlined } from "@ant-design/icons";
import { Checkbox, Radio } from "antd";
import { useTexts } from "../i18n/language-context";
import { useEscape } from "../map-tools/measure-tool";
import { IconButton } from "../ui/icon-button";
import { changeView, useView } from "../view/view-store";
import { useBasemaps } from "./basemap-queries";
import { ContextLayerList } from "./context-layer-list";

export const GRATICULE = "graticule";

/** On what ground the parcels lie, and what else lies on it. */
export function LayersPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  useEscape(onClose);
  return (
    <section className="map-panel layers-panel" aria-label={t.context.title}>
      <header className="map-panel__head">
        <h2>{t.context.title}</h2>
        <IconButton label={t.common.close} icon={<CloseOutlined />} onClick={onClose} />
      </header>
      <BasemapChoice />
      <h3>{t.context.layers}</h3>
      <ContextLayerList />
      <LayerSwitch name={GRATICULE} label={t.context.graticule} />
    </section>
  );
}

function BasemapChoice() {
  const { t, pick, language } = useTexts();
  const { basemap } = useView();
  const { basemaps = [], faults = [] } = useBasemaps().data ?? {};
  return (
    <>
      <h3 id="basemap-choice">{t.context.basemap}</h3>
      <Radio.Group className="layers-panel__choice" aria-labelledby="basemap-choice" value={basemap ?? ""} onChange={(event) => changeView({ basemap: (event.target.value as string) || null })}>
        <Radio value="">{t.context.none}</Radio>
        {basemaps.map((one) => (
          <Radio key={one.key} value={one.key}>
            {pick(one.nameZh, one.nameEn)}
          </Radio>
        ))}
      </Radio.Group>
      {basemaps.length === 0 && faults.length === 0 && <p className="muted">{t.context.noneConfigured}</p>}
      {faults.length > 0 && (
        <ul className="layers-panel__faults">
          {faults.map((fault) => (
            <li key={fault.key ?? ""}>
              {fault.key !== null && <strong>{fault.key} </strong>}
              {fault[language]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function LayerSwitch({ name, label }: { name: string; label: string }) {
  const { layers } = useView();
  const isOn = layers.includes(name);
  return (
    <Checkbox checked={isOn} onChange={() => changeView({ layers: isOn ? layers.filter((one) => one !== name) : [...layers, name] })}>
      {label}
    </Checkbox>
  );
}
