import { Button } from "antd";
import { useTexts } from "../i18n/language-context";
import { useRemembered } from "../ui/use-stored";
import { startTour, tourState } from "./tour-state";

/** Offers the tour to whoever is here for the first time; a strip of its own, so that it covers nothing. */
export function TourOffer() {
  const { t } = useTexts();
  if (useRemembered(tourState) !== "new") return null;
  return (
    <section className="tour-offer" aria-label={t.help.tour}>
      <p>{t.help.offer}</p>
      <Button size="small" type="primary" onClick={startTour}>
        {t.help.start}
      </Button>
      <Button size="small" onClick={() => tourState.choose("seen")}>
        {t.help.notNow}
      </Button>
    </section>
  );
}
