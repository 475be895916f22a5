import { Skeleton } from "antd";
import type { ReactNode } from "react";
import { printBytes } from "../documents/scan-files";
import { useTexts } from "../i18n/language-context";
import { OfficeTable } from "../ui/office-table";
import { StateSign, type State } from "../ui/state-sign";
import { BackupsPanel } from "./backups-panel";
import { useSystem, type DatabaseHost, type SystemReport } from "./system-queries";

/** How the server that answers is, and its backups. */
export function SystemPane() {
  const { t } = useTexts();
  const system = useSystem();
  return (
    <>
      {system.data !== undefined ? <Health report={system.data} /> : system.isError ? <p className="office-empty">{t.pages.failed}</p> : <Skeleton active />}
      <BackupsPanel />
    </>
  );
}

function Health({ report }: { report: SystemReport }) {
  const { t, f } = useTexts();
  const { database } = report;
  const isKnown = database.bytes !== null;
  return (
    <>
      <div className="figure-cards">
        <Card name={t.system.server} state={report.status === "ok" ? "holds" : "blocked"} value={wordOf(t.system.states, report.status)} hint={t.system.since(f.moment(report.startedAt))} />
        <Card name={t.system.version} value={report.version} hint={report.runtime} />
        <Card
          name={t.system.database}
          state={database.status === "ok" ? "holds" : "blocked"}
          value={wordOf(t.system.databases, database.status)}
          hint={isKnown ? `PostgreSQL ${database.postgres ?? ""} · PostGIS ${database.postgis ?? ""}` : database.schema}
          more={isKnown ? t.system.size(printBytes(database.bytes ?? 0), f.count(database.connections ?? 0), f.count(database.connectionsAllowed ?? 0)) : undefined}
        />
        {report.disks.map((disk) => (
          <Card
            key={disk.holds}
            name={wordOf(t.system.disks, disk.holds)}
            state={disk.isLow ? "blocked" : "holds"}
            value={printBytes(disk.freeBytes)}
            hint={t.system.ofDisk(printBytes(disk.totalBytes), disk.folder)}
            more={disk.isLow ? t.system.low : undefined}
          />
        ))}
        <Card name={t.system.memory} value={printBytes(report.memoryBytes)} hint="" />
      </div>
      {report.hosts.length > 0 && <Hosts hosts={report.hosts} />}
    </>
  );
}

function Hosts({ hosts }: { hosts: readonly DatabaseHost[] }) {
  const { t, f } = useTexts();
  const lag = ({ role, lagBytes, lagSeconds }: DatabaseHost) =>
    role !== "standby" ? "" : lagBytes === null ? t.common.unknown : lagBytes === 0 ? t.system.noLag : t.system.lagOf(printBytes(lagBytes), f.number(lagSeconds, 1));
  return (
    <section className="system-part">
      <h3>{t.system.hosts}</h3>
      <OfficeTable<DatabaseHost>
        label={t.system.hosts}
        rows={hosts}
        keyOf={({ host }) => host}
        empty=""
        columns={[
          { key: "host", title: t.system.host, width: "minmax(180px, 1fr)", cell: ({ host }) => host },
          { key: "role", title: t.system.role, width: "160px", cell: ({ role }) => <><StateSign state={role === "unreachable" ? "blocked" : "holds"} /> {wordOf(t.system.roles, role)}</> },
          { key: "lag", title: t.system.lag, width: "200px", cell: lag },
        ]}
      />
    </section>
  );
}

interface CardProps {
  name: string;
  value: string;
  hint: string;
  more?: string | undefined;
  state?: State;
}

function Card({ name, value, hint, more, state }: CardProps): ReactNode {
  return (
    <div className="figure-card">
      <span className="figure-card__name">{name}</span>
      <span className="figure-card__value numeric">
        {state !== undefined && <StateSign state={state} />} {value}
      </span>
      <span className="figure-card__hint system-hint" title={hint}>{hint}</span>
      {more !== undefined && <span className="figure-card__hint">{more}</span>}
    </div>
  );
}

/** A word for a code; a code that a newer server sends stands for itself. */
function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
