import { BorderOutlined, DashOutlined, ExpandOutlined, HighlightOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import type { ReactElement } from "react";
import type { LonLat } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { currentMapBounds } from "../map/map-bounds";
import type { Combination } from "./selection-store";
import type { ShapeTool } from "./shape-path";
import { takeTool, useTool } from "./shape-tool";

const TOOLS: readonly [ShapeTool, ReactElement][] = [
  ["box", <BorderOutlined />],
  ["lasso", <HighlightOutlined />],
  ["polygon", <DashOutlined />],
];

/** Tools that select on the map, and what needs no drag: all that the map shows. */
export function ShapeTools({ onShape }: { onShape: (ring: LonLat[], how: Combination) => void }) {
  const { t } = useTexts();
  const tool = useTool();
  const takeView = () => {
    const bounds = currentMapBounds();
    if (bounds === null) return;
    const [west, south, east, north] = bounds;
    onShape([[west, south], [east, south], [east, north], [west, north]], "replace");
  };
  return (
    <div className="shape-tools" role="toolbar" aria-label={t.selection.toolbar}>
      {TOOLS.map(([name, icon]) => (
        <Tooltip key={name} title={t.selection.tools[name]} placement="left" mouseEnterDelay={0.4}>
          <button type="button" className={tool === name ? "icon-button is-on" : "icon-button"} aria-label={t.selection.tools[name]} aria-pressed={tool === name} onClick={() => takeTool(tool === name ? null : name)}>
            {icon}
          </button>
        </Tooltip>
      ))}
      <Tooltip title={t.selection.takeView} placement="left" mouseEnterDelay={0.4}>
        <button type="button" className="icon-button" aria-label={t.selection.takeView} onClick={takeView}>
          <ExpandOutlined />
        </button>
      </Tooltip>
    </div>
  );
}
