import { Checkbox } from "antd";
import type { MultiPolygon } from "geojson";
import type { ReactNode } from "react";
import type { ReturnedDrawing } from "../api/field-work";
import { useTexts } from "../i18n/language-context";
import { isStatus } from "../parcels/status";
import { StatusTag } from "../parcels/status-swatch";
import type { Side } from "../ui/conflict-table";
import { RefusalLines } from "./refusal-lines";
import { keyOfDrawn, sideOfDrawn, type Choices } from "./return-choices";
import { ShapesOver } from "./shapes-over";

/** A parcel that was drawn in the field: what was said of it, its shape, and whether it is taken over. */
export function DrawnParcelPart({ drawn, choices, onChoose }: { drawn: ReturnedDrawing; choices: Choices; onChoose: (key: string, side: Side) => void }) {
  const { t, say } = useTexts();
  const side = sideOfDrawn(drawn, choices);
  const name = drawn.name ?? t.fieldWork.unnamed;
  return (
    <section className="returned-parcel" aria-label={name}>
      <h3>
        {name} <span className="muted">{t.fieldWork.drawn}</span>
      </h3>
      <div className="returned-parcel__body">
        <div>
          <table className="conflict-table conflict-table--facts">
            <tbody>
              <Line label={t.fieldWork.zone}>{drawn.zone === null ? <span className="unknown">{t.fieldWork.noZone}</span> : say(drawn.zone)}</Line>
              <Facts drawn={drawn} />
            </tbody>
          </table>
          {side === undefined ? (
            <p className="muted">{t.fieldWork.drawnTaken}</p>
          ) : (
            <Checkbox checked={side === "mine"} onChange={({ target }) => onChoose(keyOfDrawn(drawn), target.checked ? "mine" : "theirs")}>
              {t.fieldWork.takeDrawn}
            </Checkbox>
          )}
          <RefusalLines of={t.fieldWork.drawnRefused} refusals={drawn.refusals} />
        </div>
        {(drawn.shape as unknown as MultiPolygon).type === "MultiPolygon" && <ShapesOver base={null} office={null} field={drawn.shape as unknown as MultiPolygon} />}
      </div>
    </section>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{children}</td>
    </tr>
  );
}

function Facts({ drawn }: { drawn: ReturnedDrawing }) {
  const { t, f } = useTexts();
  const { fields } = t.fieldWork;
  const status = drawn.status ?? "in_use";
  return (
    <>
      <Line label={fields.status!}>
        {isStatus(status) && <StatusTag status={status} />} {drawn.statusOn !== null && <span className="muted">{t.fieldWork.statusFrom(f.date(drawn.statusOn))}</span>}
      </Line>
      {drawn.address !== null && <Line label={fields.address!}>{drawn.address}</Line>}
      {drawn.remarks !== null && <Line label={fields.remarks!}>{drawn.remarks}</Line>}
      {drawn.checkedOn !== null && <Line label={fields.checkedOn!}>{f.date(drawn.checkedOn)}</Line>}
      {drawn.checkedBy !== null && <Line label={fields.checkedBy!}>{drawn.checkedBy}</Line>}
      {drawn.note !== null && <Line label={t.fieldWork.note}>{drawn.note}</Line>}
    </>
  );
}
