import { Tooltip } from "antd";
import { useTexts } from "../i18n/language-context";

/** Money as officers speak of it, with the exact yuan for whoever points at it. */
export function Yuan({ amount }: { amount: number | null }) {
  const { t, f } = useTexts();
  if (amount === null) return <span className="unknown">{t.common.unknown}</span>;
  const exact = amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <Tooltip title={t.money.exact(exact)} mouseEnterDelay={0.2}>
      <span className="numeric yuan" tabIndex={0}>
        {f.yuan(amount)}
      </span>
    </Tooltip>
  );
}
