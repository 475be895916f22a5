import { Button } from "antd";
import { useState } from "react";
import { useTexts } from "../i18n/language-context";
import { OfficeHead } from "../pages/office-head";
import { OfficeTable } from "../ui/office-table";
import { choose, useView } from "../view/view-store";
import { FileDrop } from "./file-drop";
import { useImports, type Import } from "./import-queries";
import { ImportJourney } from "./import-journey";
import { UndoImport } from "./undo-import";

/** Files on their way into the register: what came before, and the journey of one. */
export default function ImportsPage() {
  const { t } = useTexts();
  const { particulars } = useView();
  const id = Number(particulars.import);
  return (
    <>
      <OfficeHead page="imports">
        {id > 0 && <Button onClick={() => choose({ import: "" })}>{t.imports.toList}</Button>}
      </OfficeHead>
      <div className="office-body">{id > 0 ? <ImportJourney key={id} id={id} /> : <ImportList />}</div>
    </>
  );
}

function ImportList() {
  const { t, f, say } = useTexts();
  const imports = useImports();
  const [undoing, setUndoing] = useState<Import | null>(null);
  return (
    <>
      <FileDrop />
      <h3 className="imports-title">{t.imports.past}</h3>
      <OfficeTable
        label={t.imports.past}
        rows={imports.data?.items}
        isError={imports.isError}
        keyOf={({ id }) => id}
        empty={t.imports.none}
        onOpen={({ id }) => choose({ import: String(id) })}
        columns={[
          { key: "file", title: t.imports.file, width: "minmax(180px, 2fr)", cell: ({ fileName }) => fileName },
          { key: "phase", title: t.imports.phase, width: "minmax(110px, 1fr)", cell: (row) => (row.isUndone ? t.imports.undone : t.imports.phases[row.phase as keyof typeof t.imports.phases]) },
          { key: "counts", title: t.imports.lists, width: "minmax(240px, 2fr)", cell: ({ counts, fault }) => (counts === null ? fault !== null && <span className="muted">{say(fault)}</span> : t.imports.inShort(f.count(counts.new), f.count(counts.changed), f.count(counts.unchanged), f.count(counts.refused))) },
          { key: "actor", title: t.imports.actor, width: "110px", cell: ({ actor }) => actor },
          { key: "at", title: t.imports.at, width: "150px", cell: ({ createdAt }) => f.moment(createdAt) },
          {
            key: "undo",
            title: "",
            width: "84px",
            cell: (row) =>
              row.changeId !== null && !row.isUndone ? (
                <Button size="small" onClick={(event) => (event.stopPropagation(), setUndoing(row))}>
                  {t.history.undo}
                </Button>
              ) : null,
          },
        ]}
      />
      {undoing?.changeId != null && <UndoImport changeId={undoing.changeId} onClose={() => setUndoing(null)} />}
    </>
  );
}
