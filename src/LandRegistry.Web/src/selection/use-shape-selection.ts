import { App } from "antd";
import { parcelsWithin } from "../api/marks";
import { ProblemError } from "../api/problem";
import type { LonLat } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { problemTitle } from "../ui/problem-alert";
import { currentView } from "../view/view-store";
import { combined, currentSelection, select, toggled, type Combination } from "./selection-store";

/** The whole world as the register knows it: what a filter shows, named parcel by parcel. */
const WORLD: LonLat[] = [[-180, -85], [180, -85], [180, 85], [-180, 85]];

/** Ways to select that ask the register which parcels are meant; whatever it answers is said. */
export function useShapeSelection() {
  const { message } = App.useApp();
  const texts = useTexts();
  const { t } = texts;

  const ask = async (ring: readonly LonLat[]): Promise<readonly number[] | null> => {
    try {
      return await parcelsWithin(currentView().filters, ring);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { problem } = error;
      message.warning(`${problemTitle(problem, texts)}${problem.detail === null ? "" : ` — ${texts.pick(problem.detailZh, problem.detail)}`}`);
      return null;
    }
  };
  const takeShape = async (ring: readonly LonLat[], how: Combination) => {
    const ids = await ask(ring);
    if (ids === null) return;
    if (ids.length === 0) message.info(t.selection.noneInShape);
    if (ids.length > 0 || how === "replace") select(combined(currentSelection(), ids, how));
  };
  /** One parcel more or less; of all that a filter shows, the others are named first. */
  const toggle = async (id: number) => {
    const before = currentSelection();
    if (before.kind === "named") return select(toggled(before, id));
    const ids = await ask(WORLD);
    if (ids !== null) select(toggled({ kind: "named", ids: new Set(ids) }, id));
  };
  return { takeShape, toggle };
}
