import { CheckCircleOutlined, DownloadOutlined } from "@ant-design/icons";
import { Button, Select, Tag } from "antd";
import { useEffect, useState } from "react";
import { useTexts } from "../i18n/language-context";
import { FilterInput } from "../ui/filter-input";
import { OfficeTable, orUnknown } from "../ui/office-table";
import { choose, useView } from "../view/view-store";
import { AuditVerdictAlert } from "./audit-verdict";
import { auditWords } from "./audit-words";
import { auditQuery, useAudit, verifyAudit, type AuditBreak, type AuditRow, type AuditVerdict } from "./people-queries";

const ACTIONS = ["sign_in", "sign_in_failed", "sign_out", "read", "change", "import", "export", "print", "people", "publication"] as const;

/** The audit trail of everybody, of one person or of one parcel, and whether its chain is whole. */
export function AuditPane() {
  const { t, f } = useTexts();
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const { particulars } = useView();
  const person = particulars.person ?? "";
  const parcelId = Number(particulars.of ?? NaN) || null;
  const line = Number(particulars.line ?? NaN) || null;
  const actions = (particulars.kind ?? "").split(",").filter((kind) => kind !== "");
  const query = auditQuery(person, actions, parcelId);
  const pages = useAudit(query, line);
  const rows = pages.data?.pages.flatMap((page) => page.items);
  const breaks = new Map(verdict?.breaks.map((at) => [at.lineId, at]));
  const name = (action: string) => t.people.actions[action as (typeof ACTIONS)[number]] ?? action;
  return (
    <>
      <div className="pane-bar">
        <FilterInput isWide label={t.people.who} placeholder={t.people.anybody} value={person} onChange={(name) => choose({ person: name, line: "" })} />
        <Select mode="multiple" allowClear maxTagCount={2} className="kind-select" aria-label={t.people.action} placeholder={t.people.allActions} value={actions} onChange={(kinds) => choose({ kind: kinds.join(","), line: "" })} options={ACTIONS.map((action) => ({ value: action, label: name(action) }))} />
        {parcelId !== null && <Tag closable onClose={() => choose({ of: "" })}>{t.people.ofParcel(parcelId)}</Tag>}
        {line !== null && <Tag closable color="error" onClose={() => choose({ line: "" })}>{t.people.upToLine}</Tag>}
        <span className="pane-bar__end">
          <Button icon={<CheckCircleOutlined />} onClick={async () => { setVerdict(await verifyAudit()); await pages.refetch(); }}>{t.people.verify}</Button>
          <Button icon={<DownloadOutlined />} href={`/api/audit/export?${query}`}>{t.people.export}</Button>
        </span>
      </div>
      {verdict !== null && <AuditVerdictAlert verdict={verdict} />}
      <OfficeTable<AuditRow>
        label={t.people.panes.audit}
        rows={rows}
        isError={pages.isError}
        keyOf={(row) => row.id}
        selected={line}
        classOf={(row) => (breaks.has(row.id) ? "is-broken" : undefined)}
        empty={t.people.noLines}
        hasMore={pages.hasNextPage}
        isLoadingMore={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
        columns={[
          { key: "at", title: t.people.when, width: "160px", cell: (row) => <span className="numeric">{f.moment(row.at)}</span> },
          { key: "person", title: t.people.who, width: "minmax(110px, 0.8fr)", cell: (row) => row.person },
          { key: "address", title: t.people.from, width: "130px", cell: (row) => orUnknown(row.address, t.people.console) },
          { key: "action", title: t.people.action, width: "110px", cell: (row) => name(row.action) },
          { key: "what", title: t.people.what, width: "minmax(200px, 2fr)", cell: (row) => <What row={row} at={breaks.get(row.id)} isLookedAt={row.id === line} /> },
          { key: "link", title: t.people.link, width: "90px", isNumber: true, cell: (row) => (row.link === null ? t.people.unsealed : f.count(row.link)) },
        ]}
      />
    </>
  );
}

/** What a line says, after what is wrong with it. */
function What({ row, at, isLookedAt }: { row: AuditRow; at: AuditBreak | undefined; isLookedAt: boolean }) {
  const { t, f } = useTexts();
  const [host, setHost] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (isLookedAt) host?.scrollIntoView({ block: "center" });
  }, [host, isLookedAt]);
  return (
    <span ref={setHost} className="audit-what" title={row.details ?? row.what}>
      {at !== undefined && <Tag color="error" variant="solid">{at.missing === 0 ? t.people.alteredHere : t.people.missingHere(f.count(at.missing))}</Tag>}
      {auditWords(row, t)}
    </span>
  );
}
