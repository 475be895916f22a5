import { AppstoreOutlined, PrinterOutlined } from "@ant-design/icons";
import { lazy, Suspense, useState } from "react";
import { TimeBar } from "../as-of/time-bar";
import { ChangesOnMap } from "../comparison/changes-on-map";
import { BasemapOnMap } from "../context/basemap-on-map";
import { ContextLayersOnMap } from "../context/context-layers-on-map";
import { GraticuleOnMap } from "../context/graticule-on-map";
import { GRATICULE, LayersPanel } from "../context/layers-panel";
import { useKey } from "../help/shortcuts";
import { useTexts } from "../i18n/language-context";
import { SchemeOnMap } from "../map/map-scheme";
import { IconButton } from "../ui/icon-button";
import { changeView, currentView, useView } from "../view/view-store";
import { MapToolbar, type MapTool } from "./map-toolbar";
import { MeasureTool } from "./measure-tool";

/** Fetched when somebody prints. */
const PrintDialog = lazy(() => import("../print/print-dialog"));

/** The tools of the map and what they lay on it; one is open at a time. */
export function MapTools() {
  const { t } = useTexts();
  const { comparedWith, layers } = useView();
  // A link to a past day or a comparison opens with the slider that leads on from there.
  const [open, setOpen] = useState<MapTool | null>(() => (currentView().asOf !== null || currentView().comparedWith !== null ? "time" : null));
  const close = () => setOpen(null);
  const toggle = (tool: MapTool) => setOpen(open === tool ? null : tool);
  const closeTime = () => {
    if (comparedWith !== null) changeView({ comparedWith: null });
    close();
  };
  useKey("t", () => toggle("time"));
  useKey("m", () => toggle("measure"));
  useKey("l", () => toggle("layers"));
  useKey("p", () => toggle("print"));
  return (
    <>
      <SchemeOnMap />
      <BasemapOnMap />
      <ContextLayersOnMap />
      <ChangesOnMap />
      {layers.includes(GRATICULE) && <GraticuleOnMap />}
      <MapToolbar open={open} onToggle={toggle}>
        <IconButton label={t.context.title} icon={<AppstoreOutlined />} placement="bottom" isExpanded={open === "layers"} onClick={() => toggle("layers")} />
        <IconButton label={t.print.open} icon={<PrinterOutlined />} placement="bottom" isExpanded={open === "print"} onClick={() => toggle("print")} />
      </MapToolbar>
      {open === "measure" && <MeasureTool onClose={close} />}
      {open === "layers" && <LayersPanel onClose={close} />}
      {open === "time" && <TimeBar onClose={closeTime} />}
      {open === "print" && (
        <Suspense>
          <PrintDialog onClose={close} />
        </Suspense>
      )}
    </>
  );
}
