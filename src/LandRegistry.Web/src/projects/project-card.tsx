import { CloseOutlined, EditOutlined } from "@ant-design/icons";
import { Alert, Button, Skeleton, Tabs } from "antd";
import { useState } from "react";
import { ProblemError } from "../api/problem";
import { Properties, Property } from "../card/properties";
import { useTexts } from "../i18n/language-context";
import { useMay } from "../people/rights";
import { IconButton } from "../ui/icon-button";
import { choose, useView } from "../view/view-store";
import { MatchesPart } from "./matches-part";
import { NeedsPart } from "./needs-part";
import { PARTS, readPart, type ProjectPart } from "./project-choice";
import { ProjectDialog } from "./project-dialog";
import { useProject, type ProjectDetail } from "./project-queries";
import { SitesPart } from "./sites-part";
import { MoveProjectDialog, ReviewDialog } from "./stage-dialogs";

/** Everything the register knows about a project, what fits it, and what became of that. */
export function ProjectCard({ id, staleAfter }: { id: number; staleAfter: number }) {
  const { t } = useTexts();
  const project = useProject(id, staleAfter);
  const isUnknown = project.error instanceof ProblemError && project.error.problem.status === 404;
  return (
    <aside className="enterprise-card project-card" aria-label={t.projects.card}>
      {project.data !== undefined ? <Loaded project={project.data} /> : project.isError ? <p className="office-empty">{isUnknown ? t.projects.notFound : t.pages.failed}</p> : <Skeleton active className="office-page__waiting" />}
    </aside>
  );
}

type Request = "describe" | "stage" | "review";

function Loaded({ project }: { project: ProjectDetail }) {
  const { t } = useTexts();
  const { particulars } = useView();
  const [request, setRequest] = useState<Request | null>(null);
  const part = readPart(particulars);
  const views: Record<ProjectPart, React.ReactElement> = {
    needs: <NeedsPart project={project} />,
    matches: <MatchesPart project={project} />,
    sites: <SitesPart projectId={project.id} />,
    history: <HistoryPart project={project} />,
  };
  const close = () => setRequest(null);
  return (
    <>
      <CardHead project={project} onRequest={setRequest} />
      <Tabs
        className="enterprise-card__parts"
        activeKey={part}
        onChange={(next) => choose({ part: next === "needs" ? "" : next }, "replace")}
        items={PARTS.map((key) => ({
          key,
          label: key === "sites" && project.openSites > 0 ? `${t.projects.parts[key]} (${project.openSites})` : t.projects.parts[key],
          children: <div className="enterprise-card__body">{views[key]}</div>,
        }))}
        destroyOnHidden
      />
      {request === "describe" && <ProjectDialog project={project} onClose={close} />}
      {request === "stage" && <MoveProjectDialog project={project} onClose={close} />}
      {request === "review" && <ReviewDialog project={project} onClose={close} />}
    </>
  );
}

function CardHead({ project, onRequest }: { project: ProjectDetail; onRequest: (request: Request) => void }) {
  const { t, f, say } = useTexts();
  const may = useMay();
  return (
    <header className="enterprise-card__head">
      <div className="enterprise-card__bar">
        <span className={["producing", "lost"].includes(project.stage) ? "stage-mark is-closed" : "stage-mark"}>{say(project.stageName)}</span>
        {project.levelName !== null && project.level !== "ordinary" && <span className="plain-mark">{say(project.levelName)}</span>}
        {project.classes.map(({ code, name }) => (
          <span key={code} className="plain-mark">
            {say(name)}
          </span>
        ))}
        <span className="parcel-card__tools">
          {may("plan_supply") && <IconButton label={t.projects.describe} icon={<EditOutlined />} onClick={() => onRequest("describe")} />}
          <IconButton label={t.projects.close} icon={<CloseOutlined />} onClick={() => choose({ project: "", part: "" })} />
        </span>
      </div>
      <h2>{project.name}</h2>
      {project.isStale && <Alert className="stale-alert" type="warning" showIcon title={t.projects.stale} description={t.projects.staleSays(f.date(project.reviewedOn), f.date(project.reviewHoldsUntil))} />}
      <div className="enterprise-card__facts">
        <Properties>
          <Property name={t.projects.investor} value={project.investor} />
          <Property name={t.projects.product} value={project.product} />
          <Property name={t.projects.capacity} value={project.capacity} />
          <Property name={t.projects.industry} value={project.industryCode} {...(project.industrySystem === null ? {} : { note: project.industrySystem })} />
        </Properties>
        <Properties>
          <Property name={t.projects.agreed} value={f.yuan(project.agreedYuan)} />
          <Property name={t.projects.arrived} value={f.yuan(project.arrivedYuan)} {...(project.arrivedShare === null ? {} : { note: `${t.projects.arrivedShare} ${f.percent(project.arrivedShare / 100)}` })} />
          <Property name={t.projects.officer} value={project.officer} />
          <Property name={t.projects.reviewed} value={f.date(project.reviewedOn)} />
        </Properties>
      </div>
      {may("plan_supply") && (
        <div className="project-card__actions">
          <Button type={project.isStale ? "primary" : "default"} size="small" onClick={() => onRequest("review")}>
            {t.projects.review}
          </Button>
          <Button size="small" onClick={() => onRequest("stage")}>
            {t.projects.moveStage}
          </Button>
        </div>
      )}
    </header>
  );
}

function HistoryPart({ project }: { project: ProjectDetail }) {
  const { f, say } = useTexts();
  return (
    <ol className="project-events">
      {project.events.map((event, i) => (
        <li key={i}>
          <span className="numeric muted">{f.date(event.on)}</span>
          <strong>{say(event.stageName)}</strong>
          {event.note !== null && <span>{event.note}</span>}
        </li>
      ))}
    </ol>
  );
}
