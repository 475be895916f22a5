import { CheckCircleOutlined, DownloadOutlined } from "@ant-design/icons";
import { Alert, Button, Select, Tag } from "antd";
import { useState } from "react";
import { useTexts } from "../i18n/language-context";
import { FilterInput } from "../ui/filter-input";
import { OfficeTable, orUnknown } from "../ui/office-table";
import { choose, useView } from "../view/view-store";
import { auditWords } from "./audit-words";
import { auditQuery, useAudit, verifyAudit, type AuditRow, type AuditVerdict } from "./people-queries";

const ACTIONS = ["sign_in", "sign_in_failed", "sign_out", "read", "change", "import", "export", "print", "people", "publication"] as const;

/** The audit trail of everybody, of one person or of one parcel, and whether its chain is whole. */
export function AuditPane() {
  const { t, f } = useTexts();
  const [actions, setActions] = useState<string[]>([]);
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const { particulars } = useView();
  const person = particulars.person ?? "";
  const parcelId = Number(particulars.of ?? NaN) || null;
  const query = auditQuery(person, actions, parcelId);
  const pages = useAudit(query);
  const rows = pages.data?.pages.flatMap((page) => page.items);
  const name = (action: string) => t.people.actions[action as (typeof ACTIONS)[number]] ?? action;
  return (
    <>
      <div className="pane-bar">
        <FilterInput isWide label={t.people.who} placeholder={t.people.anybody} value={person} onChange={(name) => choose({ person: name })} />
        <Select mode="multiple" allowClear maxTagCount={2} className="kind-select" aria-label={t.people.action} placeholder={t.people.allActions} value={actions} onChange={setActions} options={ACTIONS.map((action) => ({ value: action, label: name(action) }))} />
        {parcelId !== null && <Tag closable onClose={() => choose({ of: "" })}>{t.people.ofParcel(parcelId)}</Tag>}
        <span className="pane-bar__end">
          <Button icon={<CheckCircleOutlined />} onClick={async () => { setVerdict(await verifyAudit()); await pages.refetch(); }}>{t.people.verify}</Button>
          <Button icon={<DownloadOutlined />} href={`/api/audit/export?${query}`}>{t.people.export}</Button>
        </span>
      </div>
      {verdict !== null && (verdict.isWhole
        ? <Alert className="verdict" type="success" showIcon title={t.people.whole(f.count(verdict.sealed))} description={verdict.head === null ? undefined : <>{t.people.head}<br /><code>{verdict.head}</code></>} />
        : <Alert className="verdict" type="error" showIcon title={t.people.broken(verdict.brokenLink ?? 0)} description={verdict.fault === "missing" ? t.people.missing : t.people.altered} />)}
      <OfficeTable<AuditRow>
        label={t.people.panes.audit}
        rows={rows}
        isError={pages.isError}
        keyOf={(row) => row.id}
        empty={t.people.noLines}
        hasMore={pages.hasNextPage}
        isLoadingMore={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
        columns={[
          { key: "at", title: t.people.when, width: "160px", cell: (row) => <span className="numeric">{f.moment(row.at)}</span> },
          { key: "person", title: t.people.who, width: "minmax(110px, 0.8fr)", cell: (row) => row.person },
          { key: "address", title: t.people.from, width: "130px", cell: (row) => orUnknown(row.address, t.people.console) },
          { key: "action", title: t.people.action, width: "110px", cell: (row) => name(row.action) },
          { key: "what", title: t.people.what, width: "minmax(200px, 2fr)", cell: (row) => <span className="audit-what" title={row.details ?? row.what}>{auditWords(row, t)}</span> },
          { key: "link", title: t.people.link, width: "90px", isNumber: true, cell: (row) => (row.link === null ? t.people.unsealed : f.count(row.link)) },
        ]}
      />
    </>
  );
}
