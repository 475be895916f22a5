import type { Balance } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { sharesOf } from "./balance-shares";
import { Yuan } from "./yuan";

interface BalanceCardProps {
  name: string;
  balance: Balance;
  words: { due: string; settled: string; open: string };
  /** Of the open sum, what was deferred by agreement. */
  deferredYuan?: number;
}

/** Owed, settled, open: three figures and a bar that shows their proportion. */
export function BalanceCard({ name, balance, words, deferredYuan = 0 }: BalanceCardProps) {
  const { t } = useTexts();
  const { dueYuan, settledYuan, openYuan, overYuan } = balance;
  const isQuiet = dueYuan === null && settledYuan === 0;
  const { settled, deferred } = sharesOf(balance, deferredYuan);
  return (
    <section className={isQuiet ? "balance is-quiet" : "balance"} aria-label={name}>
      <h3>
        {name}
        {openYuan !== null && openYuan === 0 && <span className="balance__done">✓ {t.money.clear}</span>}
      </h3>
      {isQuiet ? (
        <p className="unknown">{t.money.noLines}</p>
      ) : (
        <>
          <dl>
            <Figure name={words.due} amount={dueYuan} />
            <Figure name={words.settled} amount={settledYuan} />
            <Figure name={words.open} amount={openYuan} isStrong={openYuan !== null && openYuan > 0} />
          </dl>
          {dueYuan !== null && (
            <div className="balance__bar" aria-hidden="true">
              <span className="balance__settled" style={{ width: settled }} />
              <span className="balance__deferred" style={{ width: deferred }} />
            </div>
          )}
          {deferredYuan > 0 && (
            <p className="balance__note">
              {t.money.deferred} <Yuan amount={deferredYuan} />
            </p>
          )}
          {overYuan !== null && overYuan > 0 && (
            <p className="balance__note balance__note--over">
              {t.money.over} <Yuan amount={overYuan} />
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Figure({ name, amount, isStrong = false }: { name: string; amount: number | null; isStrong?: boolean }) {
  return (
    <div className={isStrong ? "is-open" : undefined}>
      <dt>{name}</dt>
      <dd>
        <Yuan amount={amount} />
      </dd>
    </div>
  );
}
