import { UnlockOutlined } from "@ant-design/icons";
import { Skeleton } from "antd";
import { useFacts, useLaw } from "../api/parcel-queries";
import { useAsOf } from "../api/queries";
import type { Fact, FactKind, ParcelDetail } from "../api/types";
import { EnterButton } from "../facts/enter-button";
import { FactEntry } from "../facts/fact-entry";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { openDialog } from "../parcels/parcel-dialogs";
import { IconButton } from "../ui/icon-button";

/** Who is on the land, and what weighs on it; encumbrances are registered and released here. */
export function RightsTab({ parcel }: { parcel: ParcelDetail }) {
  const { t } = useTexts();
  const facts = useFacts(parcel.id);
  const kinds = useLaw().data?.factKinds;
  const burden = kinds?.find(({ code }) => code === "encumbrance");
  const occupancy = kinds?.find(({ code }) => code === "occupancy");
  if (facts.isError) return <p className="card-body card-empty">{t.facts.failed}</p>;
  if (facts.data === undefined || burden === undefined || occupancy === undefined) return <Skeleton active className="card-body" />;
  const standing = facts.data.items.filter(({ withdrawn }) => !withdrawn);
  const burdens = standing.filter(({ kind }) => kind === "encumbrance");
  const occupancies = standing.filter(({ kind }) => kind === "occupancy");
  return (
    <div className="card-body">
      <section className="fact-group">
        <header>
          <h3>{t.card.encumbrances}</h3>
          <EnterButton parcelId={parcel.id} kinds={[burden]} label={t.card.registerBurden} />
        </header>
        {burdens.length === 0 ? <p className="card-empty">{t.card.noEncumbrances}</p> : <ul>{burdens.map((fact) => <Burden key={fact.id} fact={fact} kind={burden} />)}</ul>}
      </section>
      <section className="fact-group">
        <header>
          <h3>{t.card.occupancies}</h3>
          <EnterButton parcelId={parcel.id} kinds={[occupancy]} label={t.facts.enter} />
        </header>
        {occupancies.length === 0 ? (
          <p className="card-empty">{t.card.noOccupancies}</p>
        ) : (
          <ul>
            {occupancies.map((fact) => (
              <OccupancyEntry key={fact.id} fact={fact} kind={occupancy} parcel={parcel} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function Burden({ fact, kind }: { fact: Fact; kind: FactKind }) {
  const { t, f } = useTexts();
  const day = useAsOf() ?? today();
  const { type, releasedOn } = fact.fields;
  const stands = releasedOn === null || releasedOn === undefined || releasedOn > day;
  const release = () => openDialog({ kind: "fact", parcelId: fact.parcelId, factKind: "encumbrance", factId: fact.id, preset: { releasedOn: today() } });
  return (
    <FactEntry
      fact={fact}
      kind={kind}
      title={t.encumbranceKinds[type ?? ""] ?? type}
      said={["type"]}
      mark={<span className={stands ? "plain-mark plain-mark--strong" : "plain-mark"}>{stands ? t.card.inForce : t.card.releasedOn(f.date(releasedOn))}</span>}
      tools={stands ? <IconButton label={t.card.releaseBurden} icon={<UnlockOutlined />} onClick={release} /> : undefined}
    />
  );
}

function OccupancyEntry({ fact, kind, parcel }: { fact: Fact; kind: FactKind; parcel: ParcelDetail }) {
  const { t, f } = useTexts();
  const { enterpriseId, role, fromOn, toOn } = fact.fields;
  const known = parcel.occupancies.find((occupancy) => occupancy.enterpriseId === enterpriseId);
  return (
    <FactEntry fact={fact} kind={kind} title={known?.enterpriseName ?? `#${enterpriseId}`} said={["role"]} mark={<span className="plain-mark">{t.roles[role ?? ""] ?? role}</span>}>
      <p className="muted fact__note">
        {t.card.period(f.date(fromOn), toOn === null || toOn === undefined ? t.card.present : f.date(toOn))}
        {known?.creditCode !== null && known !== undefined && ` · ${known.creditCode}`}
      </p>
    </FactEntry>
  );
}
