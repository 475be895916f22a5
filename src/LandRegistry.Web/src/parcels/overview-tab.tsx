import { useLandUses, useZones } from "../api/queries";
import type { ParcelDetail } from "../api/types";
import { asLonLat } from "../geometry/bounds";
import { printPosition } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { CardSection, Fact, Facts } from "./facts";

export function OverviewTab({ parcel }: { parcel: ParcelDetail }) {
  const { t, f, pick } = useTexts();
  const zone = useZones().data?.find(({ id }) => id === parcel.zoneId);
  const use = useLandUses().data?.find(({ code }) => code === parcel.landUseCode);
  const at = asLonLat(parcel.location);
  return (
    <div className="card-body">
      <Warnings parcel={parcel} />
      <Facts>
        <Fact name={t.card.use} value={use ? pick(use.nameZh, use.nameEn) : parcel.landUseCode} note={codeNote(parcel)} />
        <Fact name={t.card.right} value={named(t.rightTypes, parcel.rightType)} />
        <Fact name={t.card.ownership} value={named(t.ownerships, parcel.ownership)} />
        <Fact name={t.card.holder} value={parcel.holder} />
        <Fact name={t.card.zone} value={zone ? pick(zone.nameZh, zone.nameEn) : null} />
        <Fact name={t.card.county} value={parcel.countyCode} />
        <Fact name={t.card.address} value={parcel.address} />
        <Fact
          name={t.card.location}
          value={at === null ? null : <span className="numeric">{printPosition(at)}</span>}
          note={parcel.locationIsEstimated ? t.card.estimated : parcel.isSurveyed ? undefined : t.card.unsurveyed}
        />
        {parcel.remarks !== null && <Fact name={t.card.remarks} value={parcel.remarks} />}
      </Facts>
      {(parcel.idleKind !== null || parcel.idleCause !== null) && (
        <CardSection title={t.card.idle}>
          <Facts>
            <Fact name={t.card.idleKind} value={named(t.idleKinds, parcel.idleKind)} note={t.idleKindArticles[parcel.idleKind ?? ""]} />
            <Fact name={t.card.idleCause} value={named(t.idleCauses, parcel.idleCause)} />
          </Facts>
        </CardSection>
      )}
      <CardSection title={t.card.sources}>
        <Facts>
          <Fact name={t.card.source} value={named(t.sources, parcel.source)} />
          <Fact name={t.card.sourceId} value={parcel.sourceId} />
          <Fact name={t.card.sourceUpdatedOn} value={f.date(parcel.sourceUpdatedOn)} />
          <Fact
            name={t.card.lastChecked}
            value={parcel.lastCheckedBy !== null && parcel.lastCheckedOn !== null ? t.card.checkedBy(f.date(parcel.lastCheckedOn), parcel.lastCheckedBy) : f.date(parcel.lastCheckedOn)}
          />
        </Facts>
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

function codeNote({ landUseCode, landUseSystem }: ParcelDetail): string | undefined {
  return landUseCode === null ? undefined : [landUseCode, landUseSystem].filter(Boolean).join(" · ");
}

/** The word for a code; a code that this client does not know yet is shown as it is. */
function named(names: Record<string, string>, code: string | null): string | null {
  return code === null ? null : (names[code] ?? code);
}
