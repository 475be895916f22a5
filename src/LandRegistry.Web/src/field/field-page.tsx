import { DownloadOutlined, UploadOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useRef, useState } from "react";
import { fetchPackages, packageAddress, takeBack, type FieldPackage } from "../api/field-work";
import { ProblemError, type Problem } from "../api/problem";
import { useTexts, type Texts } from "../i18n/language-context";
import { OfficeHead } from "../pages/office-head";
import { OfficeTable, type OfficeColumn } from "../ui/office-table";
import { ProblemAlert } from "../ui/problem-alert";
import { choose, useView } from "../view/view-store";
import { ReturnView } from "./return-view";

/** Packages handed out and brought back; one that came back is compared before anything of it is written. */
export default function FieldPage() {
  const { particulars } = useView();
  const returned = /^\d+$/.test(particulars.returned ?? "") ? Number(particulars.returned) : null;
  return returned === null ? <Packages /> : <ReturnView key={returned} id={returned} />;
}

function Packages() {
  const texts = useTexts();
  const { t } = texts;
  const client = useQueryClient();
  const packages = useQuery({ queryKey: ["field-packages"], queryFn: ({ signal }) => fetchPackages(signal) });
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const send = async (file: File | undefined) => {
    if (file === undefined) return;
    setIsSending(true);
    setProblem(null);
    try {
      const { body } = await takeBack(file);
      await client.invalidateQueries({ queryKey: ["field-packages"] });
      choose({ returned: String(body.id) });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
    } finally {
      setIsSending(false);
    }
  };
  return (
    <>
      <OfficeHead page="field">
        <span className="muted">{t.fieldWork.takeBackHint}</span>
        <input ref={input} type="file" accept=".gpkg" hidden aria-label={t.fieldWork.takeBack} onChange={(event) => { void send(event.target.files?.[0]); event.target.value = ""; }} />
        <Button type="primary" icon={<UploadOutlined aria-hidden />} loading={isSending} onClick={() => input.current?.click()}>
          {t.fieldWork.takeBack}
        </Button>
      </OfficeHead>
      <div className="office-body">
        {problem !== null && <ProblemAlert problem={problem} title={t.pages.failedTitle} />}
        <OfficeTable label={t.pages.field} columns={columns(texts)} rows={packages.data} keyOf={({ id }) => id} empty={t.fieldWork.empty} isError={packages.isError} />
      </div>
    </>
  );
}

function columns({ t, f }: Texts): OfficeColumn<FieldPackage>[] {
  return [
    { key: "name", title: t.fieldWork.name, width: "minmax(180px, 2fr)", cell: (row) => <strong className="cell-name">{row.name}</strong> },
    { key: "parcels", title: t.fieldWork.parcels, width: "72px", isNumber: true, cell: (row) => f.count(row.parcelCount) },
    { key: "by", title: t.fieldWork.madeBy, width: "minmax(96px, 0.8fr)", cell: (row) => row.madeBy },
    { key: "at", title: t.fieldWork.madeAt, width: "144px", cell: (row) => f.moment(row.madeAt) },
    { key: "returns", title: t.fieldWork.returns, width: "minmax(220px, 2fr)", cell: (row) => <Returns row={row} /> },
    {
      key: "file",
      title: "",
      width: "112px",
      cell: (row) => (
        <Button size="small" icon={<DownloadOutlined aria-hidden />} href={packageAddress(row.id)} download>
          {t.fieldWork.download}
        </Button>
      ),
    },
  ];
}

function Returns({ row }: { row: FieldPackage }) {
  const { t, f } = useTexts();
  if (row.returns.length === 0) return <span className="muted">{t.fieldWork.notReturned}</span>;
  return (
    <span className="field-returns">
      {row.returns.map((one) => (
        <button key={one.id} type="button" className="text-button" onClick={() => choose({ returned: String(one.id) })}>
          {f.moment(one.returnedAt)} · {one.changeId === null ? t.fieldWork.waiting : t.fieldWork.taken(String(one.changeId))}
        </button>
      ))}
    </span>
  );
}
