import { useLandUses } from "../api/queries";
import { Properties, Property } from "../card/properties";
import { useTexts } from "../i18n/language-context";
import { printRange } from "./project-list";
import type { ProjectDetail } from "./project-queries";

const WAN = 1e4;

/** What the project asks of a site; what it does not ask says so. */
export function NeedsPart({ project: { needs, note } }: { project: ProjectDetail }) {
  const texts = useTexts();
  const { t, f, pick } = texts;
  const uses = useLandUses().data ?? [];
  const nameOf = (code: string) => {
    const use = uses.find((one) => one.code === code);
    return use === undefined ? code : pick(use.nameZh, use.nameEn);
  };
  const asked = (value: string | null) => value ?? <span className="muted">{t.projects.notAsked}</span>;
  const number = (value: number | null | undefined) => (value === null || value === undefined ? null : f.number(value));
  const wan = (value: number | null | undefined) => (value === null || value === undefined ? null : f.number(value / WAN));
  const takes = [needs.takesLand ? t.projects.takesLand : null, needs.takesFloor ? t.projects.takesFloor : null].filter((one) => one !== null).join(t.common.listSeparator);
  return (
    <div className="project-needs">
      <Properties>
        <Property name={t.projects.takes} value={takes} />
        {needs.takesLand && <Property name={t.projects.area} value={asked(printRange(needs.areaMinSquareMetres, needs.areaMaxSquareMetres, f.muWithUnit, texts))} />}
        {needs.takesFloor && (
          <Property
            name={t.projects.floorArea}
            value={asked(printRange(needs.floorAreaMinSquareMetres, needs.floorAreaMaxSquareMetres, (area) => t.common.withUnit(f.number(area, 0), t.projects.squareMetres), texts))}
          />
        )}
        {needs.takesLand && <Property name={t.projects.uses} value={asked((needs.landUseCodes ?? []).map(nameOf).join(t.common.listSeparator) || null)} />}
        <Property name={t.projects.power} value={asked(number(needs.powerKva))} />
        <Property name={t.projects.road} value={asked(number(needs.roadMetresMax))} />
        <Property name={t.projects.substation} value={asked(number(needs.substationMetresMax))} />
        {needs.takesLand && <Property name={t.projects.price} value={asked(wan(needs.pricePerMuMaxYuan))} />}
        {needs.takesLand && <Property name={t.projects.investment} value={asked(wan(needs.investmentPerMuYuan))} />}
        {needs.takesFloor && <Property name={t.projects.rent} value={asked(number(needs.rentMaxYuan))} />}
        {needs.takesFloor && <Property name={t.projects.height} value={asked(number(needs.heightMinMetres))} />}
        {needs.takesFloor && <Property name={t.projects.load} value={asked(number(needs.loadMinTonnes))} />}
        <Property name={t.projects.limits} value={asked(needs.industryLimits ?? null)} />
      </Properties>
      {note !== null && <p className="muted">{note}</p>}
    </div>
  );
}
