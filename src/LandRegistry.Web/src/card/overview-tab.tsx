import type { ReactNode } from "react";
import { useLandUses, useZones } from "../api/queries";
import type { ParcelDetail } from "../api/types";
import { asLonLat } from "../geometry/bounds";
import { printPosition } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { ClockStrip } from "../clock/clock-strip";
import { ReadinessStrip } from "../readiness/readiness-strip";
import { AreaFigures } from "./area-figures";
import { openTab } from "./card-tab";
import { CardNotes } from "./card-notes";
import { CardSection, Property, Properties } from "./properties";

export function OverviewTab({ parcel }: { parcel: ParcelDetail }) {
  const { t, f, pick } = useTexts();
  const zone = useZones().data?.find(({ id }) => id === parcel.zoneId);
  const use = useLandUses().data?.find(({ code }) => code === parcel.landUseCode);
  const at = asLonLat(parcel.location);
  return (
    <div className="card-body">
      <Warnings parcel={parcel} />
      <AreaFigures parcel={parcel} />
      <ClockStrip clock={parcel.clock} onOpen={() => openTab("clock")} />
      <ReadinessStrip readiness={parcel.readiness} onOpen={() => openTab("readiness")} />
      <Properties>
        <Property name={t.card.use} value={use ? pick(use.nameZh, use.nameEn) : parcel.landUseCode} note={codeNote(parcel)} />
        <Property name={t.card.right} value={named(t.rightTypes, parcel.rightType)} />
        <Property name={t.card.ownership} value={named(t.ownerships, parcel.ownership)} />
        <Property name={t.card.holder} value={parcel.holder} />
        <Property name={t.card.officer} value={parcel.officer} />
        <Property name={t.card.zone} value={zone ? pick(zone.nameZh, zone.nameEn) : null} />
        <Property name={t.card.county} value={parcel.countyCode} />
        <Property name={t.card.address} value={parcel.address} />
        <Property
          name={t.card.location}
          value={at === null ? null : <span className="numeric">{printPosition(at)}</span>}
          note={parcel.locationIsEstimated ? t.card.estimated : parcel.isSurveyed ? undefined : t.card.unsurveyed}
        />
        {parcel.remarks !== null && <Property name={t.card.remarks} value={parcel.remarks} />}
      </Properties>
      <CardNotes notes={parcel.notes} />
      {(parcel.idleKind !== null || parcel.idleCause !== null) && (
        <CardSection title={t.card.idle}>
          <Properties>
            <Property name={t.card.idleKind} value={named(t.idleKinds, parcel.idleKind)} note={parcel.idleKind === null ? undefined : <span className="one-line">{t.idleKindArticles[parcel.idleKind]}</span>} />
            <Property name={t.card.idleCause} value={named(t.idleCauses, parcel.idleCause)} />
          </Properties>
        </CardSection>
      )}
      <CardSection title={t.card.sources}>
        <Properties>
          <Property name={t.card.source} value={named(t.sources, parcel.source)} />
          <Property name={t.card.sourceId} value={parcel.sourceId} />
          <Property name={t.card.sourceUpdatedOn} value={f.date(parcel.sourceUpdatedOn)} />
          <Property
            name={t.card.lastChecked}
            value={parcel.lastCheckedBy !== null && parcel.lastCheckedOn !== null ? t.card.checkedBy(f.date(parcel.lastCheckedOn), parcel.lastCheckedBy) : f.date(parcel.lastCheckedOn)}
          />
        </Properties>
      </CardSection>
      <p className="muted card-version">
        {t.card.version(parcel.version)} · {t.card.updated(f.moment(parcel.updatedAt))}
      </p>
    </div>
  );
}

function Warnings({ parcel }: { parcel: ParcelDetail }) {
  const { t, pick } = useTexts();
  if (parcel.warnings.length === 0) return null;
  return (
    <div className="card-warnings" role="note">
      <strong>{t.card.warnings}</strong>
      <ul>
        {parcel.warnings.map((warning) => (
          <li key={`${warning.field}/${warning.code}`}>{pick(warning.titleZh, warning.titleEn)}</li>
        ))}
      </ul>
    </div>
  );
}

/** Code and standard, each on one line: "GB/T 21010-2017" is one word. */
function codeNote({ landUseCode, landUseSystem }: ParcelDetail): ReactNode {
  if (landUseCode === null) return undefined;
  return (
    <>
      {landUseCode}
      {landUseSystem !== null && (
        <>
          {" · "}
          <span className="one-line">{landUseSystem}</span>
        </>
      )}
    </>
  );
}

/** The word for a code; a code that this client does not know yet is shown as it is. */
function named(names: Record<string, string>, code: string | null): string | null {
  return code === null ? null : (names[code] ?? code);
}
