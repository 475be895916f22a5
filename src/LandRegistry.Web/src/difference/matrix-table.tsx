import { useTexts } from "../i18n/language-context";
import { StatusSwatch, StatusTag } from "../parcels/status-swatch";
import type { StatusMoveCount } from "./difference-queries";
import { statusMatrix } from "./status-matrix";

/** How many parcels went from which status to which. */
export function MatrixTable({ moves }: { moves: readonly StatusMoveCount[] }) {
  const { t, f } = useTexts();
  const { rows, columns, countOf } = statusMatrix(moves);
  if (rows.length === 0) return null;
  const most = Math.max(...moves.map(({ count }) => count));
  return (
    <div className="matrix">
      <table>
        <caption>{t.difference.matrix}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((to) => (
              <th key={to} scope="col">
                <StatusSwatch status={to} />
                <span>{t.status[to]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((from) => (
            <tr key={from}>
              <th scope="row">
                <StatusTag status={from} />
              </th>
              {columns.map((to) => {
                const count = countOf(from, to);
                const strength = count === 0 ? 0 : 8 + Math.round((count / most) * 32);
                return (
                  <td key={to} className="numeric" style={{ background: `color-mix(in srgb, var(--accent) ${strength}%, transparent)` }}>
                    {count === 0 ? "" : f.count(count)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
