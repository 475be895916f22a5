import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTexts, type Texts } from "../i18n/language-context";
import { CardSection } from "../card/properties";
import { changeView } from "../view/view-store";
import { CriteriaTable, MatchScore } from "./match-score";
import { useFittingProjects, type MatchedProject, type SiteKey } from "./project-queries";
import { CourtshipList } from "./sites-part";

/** Projects that fit a parcel or a floor, and those that are in talks about it. */
export function FittingProjects({ site }: { site: SiteKey }) {
  const texts = useTexts();
  const { t } = texts;
  const matches = useFittingProjects(site);
  if (matches.isPending) return <Skeleton active className="card-body" />;
  if (matches.isError) return <p className="card-body card-empty">{t.pages.failed}</p>;
  const { isOffered, takenBy, items, courtships } = matches.data;
  return (
    <div className="card-body fitting">
      {takenBy !== null && <p className="plain-mark fitting__taken">{t.projects.takenBy(takenBy)}</p>}
      {courtships.length > 0 && (
        <CardSection title={t.projects.courted}>
          <CourtshipList courtships={courtships} by="project" label={t.projects.courted} />
        </CardSection>
      )}
      <CardSection title={t.projects.fitting}>
        {!isOffered ? (
          <p className="muted">{t.projects.notOffered}</p>
        ) : items.length === 0 ? (
          <p className="muted">{t.projects.noFitting}</p>
        ) : (
          <ol className="match-list" aria-label={t.projects.fitting}>
            {items.map((one) => (
              <ProjectLine key={one.projectId} project={one} texts={texts} />
            ))}
          </ol>
        )}
      </CardSection>
    </div>
  );
}

function ProjectLine({ project, texts: { t, f, say } }: { project: MatchedProject; texts: Texts }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="match-line">
      <div className="match-line__head">
        <strong className="cell-name">{project.name}</strong>
        <span className="plain-mark">{say(project.stageName)}</span>
        {project.isStale && <span className="bad-mark">{t.projects.stale}</span>}
        {project.courtship !== null && <span className="stage-mark">{say(project.courtship.stepName)}</span>}
      </div>
      <p className="muted">
        {[project.investor, project.agreedYuan === null ? null : f.yuan(project.agreedYuan)].filter((one) => one !== null).join(" · ")}
      </p>
      <MatchScore match={project.match} />
      <div className="match-line__actions">
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t.projects.hideCriteria : t.projects.showCriteria}
        </Button>
        <Button size="small" onClick={() => changeView({ page: "projects", particulars: { project: String(project.projectId), part: "matches" } })}>
          {t.projects.card}
        </Button>
      </div>
      {isOpen && <CriteriaTable match={project.match} />}
    </li>
  );
}
