import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Popconfirm } from "antd";
import { useState } from "react";
import { useTexts } from "../i18n/language-context";
import { requestCamera } from "../map/camera-requests";
import { asBox } from "../geometry/bounds";
import { IconButton } from "../ui/icon-button";
import { changeView, useView } from "../view/view-store";
import { AddLayerDialog } from "./add-layer-dialog";
import { CONTEXT_LAYERS, placeLayer, useContextLayers, withdrawLayer, type ContextLayer } from "./context-layer-queries";

/** The user's own layers: on and off, up and down, added and taken away. The topmost stands first. */
export function ContextLayerList() {
  const { t } = useTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [isAdding, setIsAdding] = useState(false);
  const layers = [...(useContextLayers().data ?? [])].reverse();
  const run = (act: () => Promise<unknown>) =>
    act()
      .catch(() => message.warning(t.context.notChanged))
      .finally(() => void client.invalidateQueries({ queryKey: CONTEXT_LAYERS }));
  const swap = (index: number, by: -1 | 1) => {
    const [layer, other] = [layers[index]!, layers[index + by]!];
    void run(async () => {
      await placeLayer(layer, other.place);
      await placeLayer(other, layer.place);
    });
  };
  return (
    <>
      {layers.length === 0 && <p className="muted">{t.context.noLayers}</p>}
      <ul className="context-layers">
        {layers.map((layer, index) => (
          <li key={layer.id}>
            <LayerSwitch layer={layer} />
            <IconButton label={t.context.up(layer.name)} icon={<ArrowUpOutlined />} isDisabled={index === 0} onClick={() => swap(index, -1)} />
            <IconButton label={t.context.down(layer.name)} icon={<ArrowDownOutlined />} isDisabled={index === layers.length - 1} onClick={() => swap(index, 1)} />
            <Popconfirm title={t.context.withdrawAsk(layer.name)} okText={t.context.withdrawDo} cancelText={t.common.cancel} onConfirm={() => void run(() => withdrawLayer(layer))}>
              <span>
                <IconButton label={t.context.withdraw(layer.name)} icon={<DeleteOutlined />} />
              </span>
            </Popconfirm>
          </li>
        ))}
      </ul>
      <Button size="small" icon={<PlusOutlined />} onClick={() => setIsAdding(true)}>
        {t.context.add}
      </Button>
      {isAdding && <AddLayerDialog onClose={() => setIsAdding(false)} onAdded={show} />}
    </>
  );
}

function LayerSwitch({ layer }: { layer: ContextLayer }) {
  const { t, f } = useTexts();
  const { layers } = useView();
  const name = String(layer.id);
  const isOn = layers.includes(name);
  return (
    <Checkbox checked={isOn} onChange={() => changeView({ layers: isOn ? layers.filter((one) => one !== name) : [...layers, name] })}>
      <span className="context-layers__swatch" style={{ background: layer.colour }} />
      <span title={[layer.source, layer.licence, t.context.shapes(f.count(layer.featureCount))].filter(Boolean).join(" · ")}>{layer.name}</span>
    </Checkbox>
  );

}

/** A new layer is switched on, and the map goes where it lies. */
function show(layer: ContextLayer, on: readonly string[]): void {
  changeView({ layers: [...on, String(layer.id)] });
  const box = asBox(layer.bbox);
  if (box !== null) requestCamera({ box });
}
