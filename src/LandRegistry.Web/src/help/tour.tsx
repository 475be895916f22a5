import { Tour as AntTour, type TourStepProps } from "antd";
import { useTexts } from "../i18n/language-context";

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

/** A minute through the workbench; offered once (TourOffer), to be had again from the help menu. */
export function Tour({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTexts();
  const steps: TourStepProps[] = STOPS.map(([name, target, placement]) => ({
    title: t.help.stops[name].title,
    description: t.help.stops[name].text,
    placement,
    // The map fills most of the window: beside it there is no room.
    ...(name === "map" ? {} : { target: () => document.querySelector<HTMLElement>(target)! }),
  }));
  return <AntTour open={isOpen} steps={steps} onClose={onClose} onFinish={onClose} />;
}
