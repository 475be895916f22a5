import { Button } from "antd";
import { useShownCounts, useTotalCounts } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { useMay } from "../people/rights";
import { NO_FILTERS } from "../view/filters";
import { changeView, useView } from "../view/view-store";

/** Says why the map is empty, when it is. */
export function MapNotice({ haveTiles }: { haveTiles: boolean }) {
  const { t } = useTexts();
  const may = useMay();
  const shown = useShownCounts(useView().filters);
  const total = useTotalCounts();
  if (!haveTiles) return <div className="map-notice" role="status">{t.map.noTiles}</div>;
  if (total.data?.total.count === 0) {
    return (
      <div className="map-notice" role="status">
        <strong>{t.map.emptyRegister}</strong>
        <span className="muted">{t.map.emptyRegisterHint}</span>
        {may("import") && (
          <Button size="small" type="primary" onClick={() => changeView({ page: "imports" })}>
            {t.map.importFile}
          </Button>
        )}
      </div>
    );
  }
  const isEmpty = shown.data?.total.count === 0 && total.data !== undefined;
  if (!isEmpty) return null;
  return (
    <div className="map-notice" role="status">
      <strong>{t.map.nothingHere}</strong>
      <span className="muted">{t.map.nothingHereHint}</span>
      <Button size="small" onClick={() => changeView({ filters: NO_FILTERS })}>
        {t.filters.reset}
      </Button>
    </div>
  );
}

export function NoGraphics() {
  const { t } = useTexts();
  return (
    <div className="map-pane map-pane--waiting">
      <div className="map-notice" role="alert">
        <strong>{t.map.noGraphics}</strong>
        <span className="muted">{t.map.noGraphicsHint}</span>
      </div>
    </div>
  );
}
