import { Segmented } from "antd";
import { useTexts } from "../i18n/language-context";
import { changeView, choose, useView } from "../view/view-store";
import type { RetenderContext } from "./retender-columns";
import type { RetenderTally } from "./retender-queries";
import { GROUPS, ITEMS, type Group, type RetenderChoice } from "./retender-query";

/** The chosen part grouped and totalled; each group leads to its rows. */
export function RetenderGroups({ choice, groups, context }: { choice: RetenderChoice; groups: readonly RetenderTally[]; context: RetenderContext }) {
  const { t, f } = useTexts();
  const { filters } = useView();
  const largest = Math.max(1, ...groups.map(({ count }) => count));
  const ordered = [...groups].sort((a, b) => b.count - a.count);
  const open = (key: string | null) => {
    if (key === null) return;
    if (choice.group === "zone") changeView({ filters: { ...filters, zones: [Number(key)] } });
    else if (choice.group === "use") changeView({ filters: { ...filters, uses: [key] } });
    else choose({ section: "blocked", blocker: key });
  };
  return (
    <aside className="retender-groups" aria-label={t.retender.grouped}>
      <Segmented<Group>
        size="small"
        block
        aria-label={t.retender.grouped}
        value={choice.group}
        options={GROUPS.map((group) => ({ value: group, label: t.retender.groups[group] }))}
        onChange={(group) => choose({ group }, "replace")}
      />
      <table>
        <thead>
          <tr>
            <th scope="col">{t.retender.groups[choice.group]}</th>
            <th scope="col" className="numeric">{t.retender.count}</th>
            <th scope="col" className="numeric">{t.retender.mu}</th>
            <th scope="col" className="numeric">{t.retender.floor}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((group) => (
            <tr key={group.key ?? ""}>
              <th scope="row">
                <button type="button" className="group-name" title={nameOf(choice.group, group.key, context)} disabled={group.key === null} onClick={() => open(group.key)}>
                  <span className="group-bar" style={{ width: `${(100 * group.count) / largest}%` }} aria-hidden="true" />
                  <span>{nameOf(choice.group, group.key, context)}</span>
                </button>
              </th>
              <td className="numeric">{f.count(group.count)}</td>
              <td className="numeric">{f.mu(group.areaSquareMetres)}</td>
              <td className="numeric">{group.floorAreaSquareMetres === 0 ? "—" : f.number(group.floorAreaSquareMetres / 1e4, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {choice.group === "blocker" && <p className="muted">{t.retender.blockersOverlap}</p>}
    </aside>
  );
}

function nameOf(group: Group, key: string | null, { t, zoneName, useName }: RetenderContext): string {
  if (key === null) return t.common.unknown;
  if (group === "zone") return zoneName(Number(key)) ?? key;
  if (group === "use") return useName(key) ?? key;
  const item = ITEMS.find((one) => one === key);
  return item === undefined ? key : t.retender.items[item];
}
