import { Segmented } from "antd";
import { useState } from "react";
import { DifferenceList } from "../difference/difference-list";
import { areInOrder, DIFFERENCE_KINDS, useDifferenceCounts, type DifferenceKind } from "../difference/difference-queries";
import { useTexts } from "../i18n/language-context";
import { requestCamera } from "../map/camera-requests";
import { changeView, useView } from "../view/view-store";

/** While two days are compared, what changed is listed where the parcels stand otherwise. */
export function ChangesPane({ from }: { from: string }) {
  const { t, f } = useTexts();
  const { asOf, filters } = useView();
  const days = { from, to: asOf };
  const [kind, setKind] = useState<DifferenceKind>("status");
  const counts = useDifferenceCounts(days, filters).data?.counts;
  if (!areInOrder(days)) return null;
  const open = (id: number) => {
    changeView({ selected: id });
    requestCamera({ reveal: id });
  };
  return (
    <section className="table-pane changes-pane" aria-label={t.comparison.list}>
      <header className="table-pane__bar">
        <h2>{t.comparison.list}</h2>
        <Segmented<DifferenceKind>
          size="small"
          aria-label={t.comparison.kind}
          value={kind}
          options={DIFFERENCE_KINDS.map((one) => ({ value: one, label: `${t.difference.kinds[one]} ${counts ? f.count(counts[one]) : ""}` }))}
          onChange={setKind}
        />
      </header>
      <DifferenceList key={kind} days={days} kind={kind} onOpen={open} />
    </section>
  );
}
