import { Skeleton, Switch } from "antd";
import { useState } from "react";
import { useFacts, useLaw } from "../api/parcel-queries";
import type { Fact, FactKind, ParcelDetail } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { EnterButton } from "./enter-button";
import { FactEntry } from "./fact-entry";
import { groupKinds, OWN_PAGES, type FactGroup } from "./fact-groups";

/** Every dated fact of the parcel, group by group; here they are entered, corrected and withdrawn. */
export function FactsTab({ parcel }: { parcel: ParcelDetail }) {
  const parcelId = parcel.id;
  const { t } = useTexts();
  const law = useLaw();
  const facts = useFacts(parcelId);
  const [showsWithdrawn, setShowsWithdrawn] = useState(false);
  if (law.isError || facts.isError) return <p className="card-body card-empty">{t.facts.failed}</p>;
  if (law.data === undefined || facts.data === undefined) return <Skeleton active className="card-body" />;
  const withdrawn = facts.data.items.filter((fact) => fact.withdrawn).length;
  const shown = facts.data.items.filter((fact) => showsWithdrawn || !fact.withdrawn);
  const groups = groupKinds(law.data.factKinds).filter(({ group }) => !OWN_PAGES.includes(group));
  return (
    <div className="card-body">
      <div className="card-bar">
        {withdrawn > 0 && (
          <label className="card-bar__switch">
            <Switch size="small" checked={showsWithdrawn} onChange={setShowsWithdrawn} />
            {t.facts.showWithdrawn(withdrawn)}
          </label>
        )}
        <EnterButton parcelId={parcelId} kinds={groups.flatMap(({ kinds }) => kinds)} label={t.facts.enterTitle} isPrimary />
      </div>
      {groups.map(({ group, kinds }) => (
        <Group key={group} group={group} kinds={kinds} facts={shown} parcel={parcel} />
      ))}
    </div>
  );
}

interface GroupProps {
  group: FactGroup;
  kinds: readonly FactKind[];
  facts: readonly Fact[];
  parcel: ParcelDetail;
}

function Group({ group, kinds, facts, parcel }: GroupProps) {
  const { t } = useTexts();
  const entries = kinds.flatMap((kind) => facts.filter((fact) => fact.kind === kind.code).map((fact) => ({ kind, fact })));
  return (
    <section className="fact-group">
      <header>
        <h3>{t.facts.groups[group]}</h3>
        <EnterButton parcelId={parcel.id} kinds={kinds} label={t.facts.enter} />
      </header>
      {entries.length === 0 ? (
        <p className="card-empty">{t.facts.none}</p>
      ) : (
        <ul>
          {entries.map(({ kind, fact }) => (
            <FactEntry key={`${fact.kind}/${fact.id}`} kind={kind} fact={fact} title={enterpriseOf(fact, parcel)} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** An occupancy is known by its enterprise; every other fact by its kind. */
function enterpriseOf({ kind, fields }: Fact, { occupancies }: ParcelDetail): string | undefined {
  return kind === "occupancy" ? occupancies.find(({ enterpriseId }) => enterpriseId === fields.enterpriseId)?.enterpriseName : undefined;
}
