import { SaveOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { useState } from "react";
import { ProblemError, type Problem } from "../api/problem";
import { printBytes } from "../documents/scan-files";
import { useTexts } from "../i18n/language-context";
import { OfficeTable } from "../ui/office-table";
import { ProblemAlert } from "../ui/problem-alert";
import { StateSign } from "../ui/state-sign";
import { BACKUPS_KEY, checkBackup, makeBackup, useBackups, type Backup, type BackupList } from "./system-queries";

/** The backups of this server: when they come about, what lies there, one more now, one restored to look at it. */
export function BackupsPanel() {
  const { t, f } = useTexts();
  const backups = useBackups();
  const { busy, problem, make, check } = useBackupWork();
  const list = backups.data;
  return (
    <section className="system-part">
      <div className="pane-bar">
        <h3>{t.system.backups}</h3>
        {list?.isKept === true && (
          <Button type="primary" icon={<SaveOutlined />} loading={busy === ""} disabled={busy !== null} onClick={() => void make()}>
            {busy === "" ? t.system.making : t.system.make}
          </Button>
        )}
      </div>
      {list?.isKept === false && <Alert type="warning" showIcon title={t.system.notKept} />}
      {list?.isKept === true && <Plan list={list} />}
      {list !== undefined && list.failure !== null && (
        <Alert className="pane-notice" type="error" showIcon title={t.system.scheduledFailed(f.moment(list.failure.at))} description={<span className="system-words">{list.failure.reason}</span>} />
      )}
      {problem !== null && <ProblemAlert problem={problem} title={t.system.failed} />}
      {list?.isKept !== false && (
        <OfficeTable<Backup>
          label={t.system.backups}
          rows={list?.items}
          isError={backups.isError}
          keyOf={({ name }) => name}
          empty={t.system.none}
          columns={[
            { key: "madeAt", title: t.system.madeAt, width: "170px", cell: (row) => <span className="numeric" title={row.name}>{f.moment(row.madeAt)}</span> },
            { key: "occasion", title: t.system.occasion, width: "150px", cell: (row) => t.system.occasions[row.occasion as keyof typeof t.system.occasions] ?? row.occasion },
            { key: "bytes", title: t.system.bytes, width: "100px", isNumber: true, cell: (row) => printBytes(row.bytes) },
            { key: "rows", title: t.system.rows, width: "150px", isNumber: true, cell: (row) => `${f.count(row.tables)} / ${f.count(row.rows)}` },
            { key: "program", title: t.system.program, width: "minmax(180px, 1fr)", cell: (row) => `${row.program} · ${row.schema}` },
            { key: "check", title: t.system.lastCheck, width: "minmax(220px, 1fr)", cell: (row) => <LastCheck backup={row} /> },
            {
              key: "act", title: "", width: "120px",
              cell: (row) => <Button size="small" loading={busy === row.name} disabled={busy !== null} onClick={() => void check(row.name)}>{busy === row.name ? t.system.checking : t.system.check}</Button>,
            },
          ]}
        />
      )}
    </section>
  );
}

/** As the configuration has it; nothing of it is set on screen. */
function Plan({ list }: { list: BackupList }) {
  const { t, f } = useTexts();
  const parts = [
    list.everyHours === null ? t.system.noSchedule : t.system.schedule(f.count(list.everyHours)),
    list.checkEveryDays === null ? t.system.noChecks : t.system.checks(f.count(list.checkEveryDays)),
    t.system.retention(f.count(list.keepDays), f.count(list.keepMonths)),
  ];
  return (
    <p className="system-plan">
      {parts.join(t.system.join)}
      <br />
      <span className="muted">{t.system.configured}</span>
    </p>
  );
}

function LastCheck({ backup }: { backup: Backup }) {
  const { t, f } = useTexts();
  if (backup.checkedAt === null) return <span className="unknown">{t.system.neverChecked}</span>;
  const isGood = backup.checkFaults?.length === 0;
  return (
    <span title={backup.checkFaults?.join("\n")}>
      <StateSign state={isGood ? "holds" : "blocked"} /> {(isGood ? t.system.good : t.system.bad)(f.moment(backup.checkedAt))}
    </span>
  );
}

/** Makes and checks, one at a time; `busy` is the name of the backup that is checked, empty while one is made. */
function useBackupWork() {
  const { t, f } = useTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const work = async (name: string, send: () => Promise<BackupList>, tell: (list: BackupList) => void) => {
    setBusy(name);
    setProblem(null);
    try {
      const list = await send();
      client.setQueryData([BACKUPS_KEY], list);
      tell(list);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
    } finally {
      setBusy(null);
    }
  };
  const tellCheck = (name: string) => (list: BackupList) => {
    const faults = list.items.find((backup) => backup.name === name)?.checkFaults?.length ?? 0;
    if (faults === 0) void message.success(t.system.checked);
    else void message.error(t.system.checkDiffers(f.count(faults)));
  };
  return {
    busy,
    problem,
    make: () => work("", makeBackup, () => void message.success(t.system.made)),
    check: (name: string) => work(name, () => checkBackup(name), tellCheck(name)),
  };
}
