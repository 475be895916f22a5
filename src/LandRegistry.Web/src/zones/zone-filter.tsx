import { DownOutlined, RightOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { useMemo, useState } from "react";
import { useChoiceCounts, useZones } from "../api/queries";
import { asBox } from "../geometry/bounds";
import { FilterSection, toggled } from "../filters/filter-section";
import { useTexts } from "../i18n/language-context";
import { requestCamera } from "../map/camera-requests";
import { changeView, useView } from "../view/view-store";
import { countZones, holdsAny, zonesMatching, zoneTree, type ZoneNode } from "./zone-tree";

/** So many zones are seen at a glance; more are folded below the first level and can be searched. */
const MANY = 20;

export function ZoneFilter() {
  const { t } = useTexts();
  const [words, setWords] = useState("");
  const { filters } = useView();
  const zones = useZones();
  const counts = useChoiceCounts("zone", filters);
  const tree = useMemo(() => {
    const countOf = new Map((counts.data ?? []).map((group) => [Number(group.key), group.count]));
    return zoneTree(zones.data ?? [], (id) => countOf.get(id) ?? 0);
  }, [zones.data, counts.data]);
  const isMany = countZones(tree) > MANY;
  const found = zonesMatching(tree, words);
  return (
    <FilterSection title={t.filters.zone} name="zones" isOn={filters.zones.length > 0}>
      {zones.isSuccess && tree.length === 0 && <p className="filter-note">{t.filters.noZones}</p>}
      {isMany && (
        <Input className="zone-search" size="small" allowClear value={words} placeholder={t.filters.findZone} aria-label={t.filters.findZone} onChange={(event) => setWords(event.target.value)} />
      )}
      {found.length === 0 && tree.length > 0 && <p className="filter-note">{t.filters.noZoneFound}</p>}
      <div className="choices" role="tree">
        {found.map((node) => (
          // Another search unfolds anew.
          <ZoneChoice key={`${node.zone.id}/${words}`} node={node} depth={0} unfolds={!isMany || words.trim() !== ""} isCounted={counts.data !== undefined} />
        ))}
      </div>
    </FilterSection>
  );
}

interface ZoneChoiceProps {
  node: ZoneNode;
  depth: number;
  unfolds: boolean;
  /** Whether the numbers are known; until then none is shown, least of all 0. */
  isCounted: boolean;
}

function ZoneChoice({ node, depth, unfolds, isCounted }: ZoneChoiceProps) {
  const { t, f, pick } = useTexts();
  const { filters } = useView();
  const [isOpen, setIsOpen] = useState(unfolds || holdsAny(node, filters.zones));
  const { zone, children, count } = node;
  const name = pick(zone.nameZh, zone.nameEn);
  const isOn = filters.zones.includes(zone.id);
  const hasChildren = children.length > 0;
  const choose = () => {
    changeView({ filters: { ...filters, zones: toggled(filters.zones, zone.id) } });
    const box = asBox(zone.bbox);
    if (!isOn && box !== null) requestCamera({ box });
  };
  return (
    <>
      <div className="zone-choice" role="treeitem" aria-expanded={hasChildren ? isOpen : undefined} aria-selected={isOn} style={{ paddingInlineStart: depth * 16 }}>
        {hasChildren ? (
          <button type="button" className="zone-choice__fold" aria-label={t.filters.expandZone(name)} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? <DownOutlined /> : <RightOutlined />}
          </button>
        ) : (
          <span className="zone-choice__fold" />
        )}
        <button type="button" role="checkbox" aria-checked={isOn} className={isOn ? "choice is-on" : isCounted && count === 0 ? "choice is-empty" : "choice"} onClick={choose}>
          <span className="choice__name" title={name}>
            {name}
          </span>
          <span className="choice__count numeric">{isCounted ? f.count(count) : "·"}</span>
        </button>
      </div>
      {isOpen && children.map((child) => <ZoneChoice key={child.zone.id} node={child} depth={depth + 1} unfolds={unfolds} isCounted={isCounted} />)}
    </>
  );
}
