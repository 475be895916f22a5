import { Button, Skeleton } from "antd";
import { useState } from "react";
import { DossierButton } from "../dossiers/dossier-button";
import { useTexts, type Texts } from "../i18n/language-context";
import { useMay } from "../people/rights";
import { parcelLabel } from "../parcels/parcel-label";
import { changeView } from "../view/view-store";
import { useSites, type Courtship } from "./project-queries";
import { StepDialog } from "./site-dialogs";

type Step = keyof Texts["t"]["projects"]["steps"];

/** What stands between the project and its sites. */
export function SitesPart({ projectId }: { projectId: number }) {
  const { t } = useTexts();
  const sites = useSites(projectId);
  if (sites.isPending) return <Skeleton active />;
  if (sites.isError) return <p className="office-empty">{t.pages.failed}</p>;
  if (sites.data.items.length === 0)
    return (
      <div className="case-none">
        <p>
          <strong>{t.projects.noSites}</strong>
        </p>
        <p className="muted">{t.projects.noSitesHint}</p>
      </div>
    );
  // What was not chosen is no longer offered.
  const parcels = sites.data.items.flatMap(({ site, step }) => (site.parcelId === null || step === "declined" ? [] : [site.parcelId]));
  return (
    <>
      {parcels.length > 0 && (
        <div className="sites-tools">
          <DossierButton ids={parcels} size="small" withCount />
        </div>
      )}
      <CourtshipList courtships={sites.data.items} by="site" label={t.projects.sites} />
    </>
  );
}

/** Courtships, told by the site on a project's card and by the project on a parcel's. */
export function CourtshipList({ courtships, by, label }: { courtships: readonly Courtship[]; by: "site" | "project"; label: string }) {
  const [moving, setMoving] = useState<{ courtship: Courtship; to: Step } | null>(null);
  const texts = useTexts();
  return (
    <>
      <ol className="match-list" aria-label={label}>
        {courtships.map((one) => (
          <CourtshipLine key={one.id} courtship={one} by={by} onMove={(to) => setMoving({ courtship: one, to })} texts={texts} />
        ))}
      </ol>
      {moving !== null && <StepDialog courtship={moving.courtship} to={moving.to} name={nameOf(moving.courtship, texts)} onClose={() => setMoving(null)} />}
    </>
  );
}

interface LineProps {
  courtship: Courtship;
  by: "site" | "project";
  onMove: (to: Step) => void;
  texts: Texts;
}

function CourtshipLine({ courtship, by, onMove, texts }: LineProps) {
  const { t, f, say } = texts;
  const may = useMay();
  const { site, step, steps, offerYuan } = courtship;
  return (
    <li className={step === "declined" ? "match-line is-over" : "match-line"}>
      <div className="match-line__head">
        <strong className="cell-name">{by === "site" ? nameOf(courtship, texts) : courtship.projectName}</strong>
        <span className={step === "declined" ? "stage-mark is-closed" : "stage-mark"}>{say(courtship.stepName)}</span>
        <span className="muted numeric">{f.date(courtship.since)}</span>
        {offerYuan !== null && <span className="numeric">{t.projects.offered(f.yuan(offerYuan))}</span>}
        {courtship.tenderId !== null && <span className="plain-mark">{t.projects.linkedTender(courtship.tenderId)}</span>}
        {courtship.strategyId !== null && <span className="plain-mark">{t.projects.linkedStrategy(courtship.strategyId)}</span>}
      </div>
      <ol className="project-events">
        {steps.map((one, i) => (
          <li key={i}>
            <span className="numeric muted">{f.date(one.on)}</span>
            <span>{say(one.stepName)}</span>
            <span className="muted">
              {one.note} {t.projects.by(one.actor)}
            </span>
          </li>
        ))}
      </ol>
      <div className="match-line__actions">
        {may("plan_supply") && courtship.next.map((next) => (
          <Button key={next.step} size="small" {...(next.step === "won" ? { type: "primary" as const } : {})} onClick={() => onMove(next.step as Step)}>
            {t.projects.stepActions[next.step as Step]}
          </Button>
        ))}
        {by === "site" && site.parcelId !== null && (
          <Button size="small" onClick={() => changeView({ selected: site.parcelId, tab: "projects" })}>
            {t.projects.openParcel}
          </Button>
        )}
        {by === "project" && (
          <Button size="small" onClick={() => changeView({ page: "projects", particulars: { project: String(courtship.projectId), part: "sites" } })}>
            {t.projects.card}
          </Button>
        )}
      </div>
    </li>
  );
}

function nameOf({ site }: Courtship, { t }: Texts): string {
  return site.floorId !== null ? (site.name ?? t.common.unknown) : parcelLabel({ id: site.parcelId ?? 0, name: site.name, code: site.code }, t);
}
