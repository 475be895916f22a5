import { DownOutlined, RightOutlined } from "@ant-design/icons";
import { useId, useState } from "react";
import type { Move } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { MoveRule } from "./move-rule";
import { StatusTag } from "./status-swatch";

interface MoveChoiceProps {
  moves: readonly Move[];
  /** Handed in by the form. */
  value?: string | null;
  onChange?: (to: string) => void;
}

/** The legal moves to choose from; the others stay visible on demand, each with the rule that forbids it. */
export function MoveChoice({ moves, value, onChange }: MoveChoiceProps) {
  const { t } = useTexts();
  const name = useId();
  const allowed = moves.filter((move) => move.allowed);
  const refused = moves.filter((move) => !move.allowed);
  const [showsRefused, setShowsRefused] = useState(allowed.length === 0);
  return (
    <div className="move-choice">
      {allowed.length === 0 && <p className="muted">{t.mark.noMoves}</p>}
      <div role="radiogroup" aria-label={t.mark.to} className="move-choice__allowed">
        {allowed.map((move) => (
          <label key={move.to} className={value === move.to ? "move-choice__item is-chosen" : "move-choice__item"}>
            <input type="radio" name={name} value={move.to} checked={value === move.to} onChange={() => onChange?.(move.to)} />
            <StatusTag status={move.to} />
          </label>
        ))}
      </div>
      {refused.length > 0 && (
        <button type="button" className="text-button" aria-expanded={showsRefused} onClick={() => setShowsRefused(!showsRefused)}>
          {showsRefused ? <DownOutlined /> : <RightOutlined />}
          {t.mark.refused(refused.length)}
        </button>
      )}
      {showsRefused && (
        <ul className="move-choice__refused">
          {refused.map((move) => (
            <li key={move.to}>
              <StatusTag status={move.to} />
              <MoveRule move={move} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
