import { TreeSelect } from "antd";
import { useMemo } from "react";
import { useZones } from "../api/queries";
import { useTexts, type Texts } from "../i18n/language-context";
import { changeView, useView } from "../view/view-store";
import { zoneTree, type ZoneNode } from "./zone-tree";

/** The zone filter of the office pages; it is the same filter as the map's. */
export function ZoneSelect() {
  const texts = useTexts();
  const { filters } = useView();
  const zones = useZones().data;
  const tree = useMemo(() => zoneTree(zones ?? [], () => 0).map((node) => asTreeItem(node, texts)), [zones, texts]);
  return (
    <TreeSelect<number[]>
      className="zone-select"
      aria-label={texts.t.filters.zone}
      multiple
      allowClear
      maxTagCount={1}
      treeDefaultExpandAll
      popupMatchSelectWidth={280}
      placeholder={texts.t.pages.allZones}
      value={[...filters.zones]}
      treeData={tree}
      onChange={(next) => changeView({ filters: { ...filters, zones: next } })}
    />
  );
}

interface TreeItem {
  value: number;
  title: string;
  children: TreeItem[];
}

function asTreeItem({ zone, children }: ZoneNode, texts: Texts): TreeItem {
  return { value: zone.id, title: texts.pick(zone.nameZh, zone.nameEn), children: children.map((child) => asTreeItem(child, texts)) };
}
