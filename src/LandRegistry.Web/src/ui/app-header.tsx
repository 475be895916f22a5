import { Segmented, Tooltip } from "antd";
import { useZones } from "../api/queries";
import { AsOfControl } from "../as-of/as-of-control";
import type { Connection } from "../events/event-stream";
import { useTexts } from "../i18n/language-context";
import { HelpMenu } from "../help/help-menu";
import { PageNav } from "../pages/page-nav";
import { AccountMenu } from "../people/account-menu";
import { May } from "../people/may";
import { UnsentTray } from "../unsent/unsent-tray";
import { changeView, useView } from "../view/view-store";
import type { Language } from "../view/view-url";
import { BrandMark } from "./brand-mark";
import { SearchBox } from "./search-box";

export function AppHeader({ connection }: { connection: Connection }) {
  const { t, language } = useTexts();
  const { page } = useView();
  const state = connection === "no-database" ? t.header.databaseLost : t.header[connection];
  return (
    <header className="app-header">
      <div className="brand">
        <BrandMark size={28} />
        <div className="brand__names">
          <h1>
            {t.product.name}
            {t.product.latin !== "" && <span className="brand__latin">{t.product.latin}</span>}
          </h1>
          <ZoneName />
        </div>
      </div>
      <PageNav />
      <May action="read">
        <SearchBox />
      </May>
      <div className="app-header__end">
        <UnsentTray />
        {page === "map" && (
          <May action="read">
            <AsOfControl />
          </May>
        )}
        <span className={`connection connection--${connection === "no-database" ? "lost" : connection}`} role="status" title={state}>
          <span className="connection__dot" aria-hidden="true" />
          <span className="connection__name">{state}</span>
        </span>
        <Segmented<Language>
          size="small"
          aria-label={t.header.language}
          value={language}
          options={[
            { value: "zh", label: "中文" },
            { value: "en", label: "EN" },
          ]}
          onChange={(next) => changeView({ language: next }, "replace")}
        />
        <HelpMenu />
        <AccountMenu />
      </div>
    </header>
  );
}

/** The zone being worked on: the chosen one, or the only one at the top. */
function ZoneName() {
  const { t, pick } = useTexts();
  const chosen = useView().filters.zones;
  const zones = useZones().data;
  if (zones === undefined) return null;
  const tops = zones.filter(({ parentId }) => parentId === null);
  const zone = chosen.length === 1 ? zones.find(({ id }) => id === chosen[0]) : chosen.length === 0 && tops.length === 1 ? tops[0] : undefined;
  const name = zone !== undefined ? pick(zone.nameZh, zone.nameEn) : chosen.length > 1 ? t.header.zonesChosen(chosen.length) : t.header.allZones;
  return (
    <div className="zone-name">
      <span>{name}</span>
      {zone?.countyIsInvented === true && (
        <Tooltip title={t.header.inventedCountyHint}>
          <span className="plain-mark" tabIndex={0}>
            {t.header.inventedCounty}
          </span>
        </Tooltip>
      )}
    </div>
  );
}
