import { Button, Tour as AntTour, type TourStepProps } from "antd";
import { useTexts } from "../i18n/language-context";
import { useRemembered } from "../ui/use-stored";
import { useView } from "../view/view-store";
import { tourState } from "./tour-state";

/** Where each step points, by what stands there. */
const STOPS = [
  ["map", ".map-host", "center"],
  ["filters", ".filter-panel", "right"],
  ["table", ".table-pane", "top"],
  ["search", ".search-box", "bottom"],
  ["time", ".map-toolbar", "bottomRight"],
  ["pages", ".page-nav", "bottomLeft"],
  ["help", ".help-menu", "bottomRight"],
] as const;

/** A minute through the workbench; offered once, to be had again from the help menu. */
export function Tour({ isOpen, onStart, onClose }: { isOpen: boolean; onStart: () => void; onClose: () => void }) {
  const { t } = useTexts();
  const { page } = useView();
  const isNew = useRemembered(tourState) === "new";
  const steps: TourStepProps[] = STOPS.map(([name, target, placement]) => ({
    title: t.help.stops[name].title,
    description: t.help.stops[name].text,
    placement,
    // The map fills most of the window: beside it there is no room.
    ...(name === "map" ? {} : { target: () => document.querySelector<HTMLElement>(target)! }),
  }));
  return (
    <>
      {isNew && !isOpen && page === "map" && (
        <section className="tour-offer" aria-label={t.help.tour}>
          <p>{t.help.offer}</p>
          <Button size="small" type="primary" onClick={onStart}>
            {t.help.start}
          </Button>
          <Button size="small" onClick={() => tourState.choose("seen")}>
            {t.help.notNow}
          </Button>
        </section>
      )}
      <AntTour open={isOpen} steps={steps} onClose={onClose} onFinish={onClose} />
    </>
  );
}
