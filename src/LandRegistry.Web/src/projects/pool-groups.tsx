import { Segmented } from "antd";
import type { components } from "../api/schema";
import { useTexts } from "../i18n/language-context";
import { choose } from "../view/view-store";
import { GROUPS, type PoolGroup } from "./project-choice";

/** The pool by class and by level, with its money; each line leads to its projects. */
export function PoolGroups({ group, totals }: { group: PoolGroup; totals: components["schemas"]["ProjectTotals"] }) {
  const { t, f, say } = useTexts();
  const lines = group === "class" ? totals.classes : totals.levels;
  const largest = Math.max(1, ...lines.map(({ count }) => count));
  const open = (key: string | null) => key !== null && choose(group === "class" ? { kind: key } : { rules: key });
  return (
    <aside className="retender-groups" aria-label={t.projects.totals}>
      <Segmented<PoolGroup> size="small" block aria-label={t.projects.totals} value={group} options={GROUPS.map((value) => ({ value, label: t.projects.groups[value] }))} onChange={(next) => choose({ group: next }, "replace")} />
      <table>
        <thead>
          <tr>
            <th scope="col">{t.projects.groups[group]}</th>
            <th scope="col">{t.projects.count}</th>
            <th scope="col">{t.projects.agreed}</th>
            <th scope="col">{t.projects.arrived}</th>
          </tr>
        </thead>
        <tbody>
          {[...lines].sort((a, b) => b.count - a.count).map((line) => (
            <tr key={line.key ?? ""}>
              <th scope="row">
                <button type="button" className="group-name" disabled={line.key === null} onClick={() => open(line.key)}>
                  <span className="group-bar" style={{ width: `${(100 * line.count) / largest}%` }} aria-hidden="true" />
                  <span>{line.name === null ? (group === "class" ? t.projects.noClass : t.common.unknown) : say(line.name)}</span>
                </button>
              </th>
              <td className="numeric">{f.count(line.count)}</td>
              <td className="numeric">{f.yuan(line.agreedYuan)}</td>
              <td className="numeric">{line.arrivedUnknown === line.count ? <span className="unknown">{t.common.unknown}</span> : f.yuan(line.arrivedYuan)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.projects.allStages}</th>
            <td className="numeric">{f.count(totals.whole.count)}</td>
            <td className="numeric">{f.yuan(totals.whole.agreedYuan)}</td>
            <td className="numeric">{f.yuan(totals.whole.arrivedYuan)}</td>
          </tr>
          <tr>
            <th scope="row">{t.projects.large}</th>
            <td className="numeric">{f.count(totals.whole.large)}</td>
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
      {group === "class" && <p className="muted">{t.projects.overlap}</p>}
    </aside>
  );
}
