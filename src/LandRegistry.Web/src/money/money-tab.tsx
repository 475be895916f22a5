import { Skeleton } from "antd";
import { useLaw, useMoney } from "../api/parcel-queries";
import { useAsOf } from "../api/queries";
import type { Balance, Fact, FactKind, MoneyAnswer } from "../api/types";
import { CardSection, Properties, Property } from "../card/properties";
import { EnterButton } from "../facts/enter-button";
import { FactEntry } from "../facts/fact-entry";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { BalanceCard } from "./balance-card";
import { Yuan } from "./yuan";

/** What is owed and what is settled of it, and every line of the ledger. */
export function MoneyTab({ parcelId }: { parcelId: number }) {
  const { t } = useTexts();
  const asOf = useAsOf();
  const money = useMoney(parcelId, asOf);
  const kind = useLaw().data?.factKinds.find(({ code }) => code === "money");
  if (money.isError) return <p className="card-body card-empty">{t.money.failed}</p>;
  if (money.data === undefined || kind === undefined) return <Skeleton active className="card-body" />;
  const { balances, lines } = money.data;
  return (
    <div className="card-body">
      <div className="balances">
        <BalanceCard name={t.money.price} balance={balances.price} words={t.money.priceWords} />
        <BalanceCard name={t.money.fee} balance={balances.fee} words={t.money.feeWords} />
        <BalanceCard name={t.money.compensation} balance={balances.compensation} words={t.money.compensationWords} deferredYuan={balances.deferredYuan} />
      </div>
      <Others balances={balances} />
      <section className="fact-group">
        <header>
          <h3>{t.money.lines}</h3>
          <EnterButton parcelId={parcelId} kinds={[kind]} label={t.money.enter} />
        </header>
        <Lines lines={lines} kind={kind} balances={balances} asOf={asOf ?? today()} />
      </section>
    </div>
  );
}

function Others({ balances }: { balances: MoneyAnswer["balances"] }) {
  const { t } = useTexts();
  const { swapDifferenceYuan, subsidyYuan } = balances;
  if (swapDifferenceYuan === 0 && subsidyYuan === 0) return null;
  return (
    <CardSection title={t.money.others}>
      <Properties>
        {swapDifferenceYuan !== 0 && <Property name={t.money.swapDifference} value={<Yuan amount={swapDifferenceYuan} />} />}
        {subsidyYuan !== 0 && <Property name={t.money.subsidy} value={<Yuan amount={subsidyYuan} />} />}
      </Properties>
    </CardSection>
  );
}

interface LinesProps {
  lines: readonly Fact[];
  kind: FactKind;
  balances: MoneyAnswer["balances"];
  asOf: string;
}

function Lines({ lines, kind, balances, asOf }: LinesProps) {
  const { t, f, say } = useTexts();
  const types = kind.fields.find(({ name }) => name === "type")?.choices ?? [];
  const nameOf = (code: string | null | undefined) => {
    const choice = types.find((candidate) => candidate.code === code);
    return choice === undefined ? (code ?? "") : say(choice.name);
  };
  const shown = lines.filter(({ withdrawn }) => !withdrawn);
  if (shown.length === 0) return <p className="card-empty">{t.money.none}</p>;
  return (
    <ul>
      {shown.map((line) => (
        <FactEntry
          key={line.id}
          fact={line}
          kind={kind}
          title={
            <>
              {nameOf(line.fields.type)} <Yuan amount={line.fields.amountYuan ?? null} />
            </>
          }
          said={["type", "amountYuan"]}
          mark={isOverdue(line, balances, asOf) ? <span className="plain-mark plain-mark--strong" title={t.money.dueOn(f.date(line.fields.dueOn))}>{t.money.overdue}</span> : undefined}
        />
      ))}
    </ul>
  );
}

/** What was owed by a day that has passed, while something of its sort is still open. */
function isOverdue({ fields }: Fact, balances: MoneyAnswer["balances"], asOf: string): boolean {
  const balanceOf: Record<string, Balance> = { price: balances.price, fee: balances.fee, compensation_due: balances.compensation, deferred: balances.compensation };
  const open = balanceOf[fields.type ?? ""]?.openYuan ?? 0;
  return open > 0 && fields.dueOn !== null && fields.dueOn !== undefined && fields.dueOn < asOf;
}
