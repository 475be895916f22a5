import { EnvironmentOutlined } from "@ant-design/icons";
import { Button, Segmented, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTexts, type Texts } from "../i18n/language-context";
import { requestCamera } from "../map/camera-requests";
import { toPage } from "../pages/page-nav";
import { useMay } from "../people/rights";
import { parcelLabel } from "../parcels/parcel-label";
import { StatusTag } from "../parcels/status-swatch";
import { isStatus } from "../parcels/status";
import { select } from "../selection/selection-store";
import { changeView, choose, useView } from "../view/view-store";
import { CriteriaTable, MatchScore } from "./match-score";
import { KINDS, readMatch, type SiteKind } from "./project-choice";
import { useMatches, type MatchedSite, type ProjectDetail } from "./project-queries";
import { ShortlistDialog } from "./site-dialogs";
import { boxOfSites } from "./site-box";

/** Sites for the project, best first, with the way to the shortlist and to the map. */
export function MatchesPart({ project }: { project: ProjectDetail }) {
  const texts = useTexts();
  const may = useMay();
  const { t, f } = texts;
  const choice = readMatch(useView().particulars);
  const matches = useMatches(project.id, choice);
  const [shortlists, setShortlists] = useState<MatchedSite | null>(null);
  if (matches.isPending) return <Skeleton active />;
  if (matches.isError) return <p className="office-empty">{t.pages.failed}</p>;
  const { items, considered } = matches.data;
  const parcels = items.flatMap(({ kind, site }) => (kind === "land" && site.parcelId !== null ? [site.parcelId] : []));
  return (
    <div className="matches">
      <div className="matches__tools">
        {project.needs.takesLand && project.needs.takesFloor && (
          <Segmented<SiteKind> size="small" value={choice.kind} options={KINDS.map((value) => ({ value, label: t.projects.kinds[value] }))} onChange={(kind) => choose({ section: kind === "all" ? "" : kind }, "replace")} />
        )}
        {project.needs.takesLand && choice.kind !== "floor" && (
          <label className="labelled">
            <span>{t.projects.most}</span>
            <Select
              size="small"
              aria-label={t.projects.most}
              value={String(choice.most) as keyof typeof t.projects.mostNames}
              options={(["0", "1", "2", "3"] as const).map((value) => ({ value, label: t.projects.mostNames[value] }))}
              onChange={(most) => choose({ most }, "replace")}
            />
          </label>
        )}
        <Button size="small" icon={<EnvironmentOutlined />} disabled={parcels.length === 0} onClick={() => showSites(items, parcels)}>
          {t.projects.onMap}
        </Button>
      </div>
      {!project.seeksSite && <p className="muted">{t.projects.seeksNone}</p>}
      {items.length === 0 ? (
        <div className="case-none">
          <p>
            <strong>{t.projects.noMatches}</strong>
          </p>
          <p className="muted">{t.projects.noMatchesHint}</p>
        </div>
      ) : (
        <p className="muted" title={t.projects.orderSays}>
          {t.projects.considered(items.length, f.count(considered))}
        </p>
      )}
      <ol className="match-list" aria-label={t.projects.parts.matches}>
        {items.map((one) => (
          <MatchLine key={`${one.kind}-${one.site.floorId ?? one.site.parcelId}`} match={one} mayShortlist={project.seeksSite && may("plan_supply")} onShortlist={() => setShortlists(one)} texts={texts} />
        ))}
      </ol>
      {items.length > 0 && <p className="muted matches__rule">{t.projects.orderSays}</p>}
      {shortlists !== null && <ShortlistDialog projectId={project.id} site={shortlists.site} name={siteName(shortlists, texts)} onClose={() => setShortlists(null)} />}
    </div>
  );
}

interface LineProps {
  match: MatchedSite;
  mayShortlist: boolean;
  onShortlist: () => void;
  texts: Texts;
}

function MatchLine({ match, mayShortlist, onShortlist, texts }: LineProps) {
  const { t, f, say } = texts;
  const [isOpen, setOpen] = useState(false);
  const { site, status } = match;
  return (
    <li className="match-line">
      <div className="match-line__head">
        <strong className="cell-name">{siteName(match, texts)}</strong>
        {match.kind === "floor" && <span className="plain-mark">{t.projects.floorMark}</span>}
        {status !== null && isStatus(status) && <StatusTag status={status} onHold={false} />}
        <span className="muted numeric">{match.kind === "land" ? f.muWithUnit(site.areaSquareMetres) : t.common.withUnit(f.number(site.areaSquareMetres, 0), t.projects.squareMetres)}</span>
        {match.courtship !== null && <span className="stage-mark">{say(match.courtship.stepName)}</span>}
      </div>
      {match.blocking.length > 0 && (
        <div className="blocker-marks">
          {match.blocking.map((code) => (
            <span key={code} className="blocker-mark">
              {(t.retender.items as Record<string, string>)[code] ?? code}
            </span>
          ))}
        </div>
      )}
      <MatchScore match={match.match} />
      <div className="match-line__actions">
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t.projects.hideCriteria : t.projects.showCriteria}
        </Button>
        {site.parcelId !== null && (
          <Button size="small" onClick={() => changeView({ selected: site.parcelId, tab: "projects" })}>
            {t.projects.openParcel}
          </Button>
        )}
        {match.courtship === null && mayShortlist && (
          <Button size="small" type="primary" onClick={onShortlist}>
            {t.projects.shortlist}
          </Button>
        )}
      </div>
      {isOpen && <CriteriaTable match={match.match} />}
    </li>
  );
}

function siteName({ site, kind }: MatchedSite, { t }: Texts): string {
  return kind === "floor" ? (site.name ?? t.common.unknown) : parcelLabel({ id: site.parcelId ?? 0, name: site.name, code: site.code }, t);
}

/** Selects the matched parcels on the map and goes to where they are. */
function showSites(items: readonly MatchedSite[], parcels: readonly number[]): void {
  select({ kind: "named", ids: new Set(parcels) });
  changeView({ ...toPage("map"), camera: null });
  const box = boxOfSites(items.map(({ site }) => site.location));
  if (box !== null) requestCamera({ box });
}
