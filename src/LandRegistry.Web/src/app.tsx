import { MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { QueryClientProvider } from "@tanstack/react-query";
import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { useEffect, useLayoutEffect, useMemo, useState } from "react";
import { onSignedOut } from "./api/http";
import { makeQueryClient, useMe } from "./api/queries";
import { AsOfBanner } from "./as-of/as-of-control";
import { ChangesPane } from "./comparison/changes-pane";
import { ChangeToast } from "./events/change-toast";
import { useLiveChanges } from "./events/live-changes";
import { FilterPanel } from "./filters/filter-panel";
import { browserLanguage, LanguageProvider, useTexts } from "./i18n/language-context";
import { MapView } from "./map/map-view";
import { OfficePage } from "./pages/office-page";
import { usePrintNotes } from "./print/print-notes";
import { AccountGate } from "./people/account-gate";
import { pagesFor } from "./people/pages-for";
import { TourOffer } from "./help/tour-offer";
import { DialogHost } from "./parcels/dialog-host";
import { ParcelCard } from "./card/parcel-card";
import { TablePane } from "./parcels/table-pane";
import { SelectionBar } from "./selection/selection-bar";
import { AppHeader } from "./ui/app-header";
import { ConnectionBanner } from "./ui/connection-banner";
import { IconButton } from "./ui/icon-button";
import { SignedOutPage } from "./ui/signed-out-page";
import { useScheme } from "./ui/colour-scheme";
import { themeOf } from "./ui/theme";
import { useView } from "./view/view-store";

const queryClient = makeQueryClient();
const ANT_LOCALES = { zh: zhCN, en: enUS };

export function App() {
  const language = useView().language ?? browserLanguage();
  const scheme = useScheme();
  const theme = useMemo(() => themeOf(scheme), [scheme]);
  useLayoutEffect(() => {
    document.documentElement.dataset["scheme"] = scheme;
  }, [scheme]);
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageProvider language={language}>
        <ConfigProvider locale={ANT_LOCALES[language]} theme={theme} button={{ autoInsertSpace: false }}>
          <AntApp message={{ maxCount: 3, duration: 4 }} className="app-root">
            <Gate />
          </AntApp>
        </ConfigProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}

function Gate() {
  const [isSignedOut, setIsSignedOut] = useState(false);
  useEffect(() => onSignedOut(() => setIsSignedOut(true)), []);
  const { data: me, isPending, failureCount } = useMe();
  if (isSignedOut) return <SignedOutPage />;
  // Nothing is asked for before it is known what the person may ask for; a server that does not answer is the workbench's to tell.
  if (isPending && failureCount === 0) return null;
  if (me !== undefined && (me.mustChangePassword || me.mustAddFactor)) return <AccountGate key={String(me.mustChangePassword)} wantsPassword={me.mustChangePassword} />;
  return me !== undefined && !me.actions.includes("read") ? <Administration /> : <Workbench />;
}

/** For whoever administers the register without seeing into it: no map, no live changes. */
function Administration() {
  return (
    <div className="workbench">
      <AppHeader connection="live" />
      <main className="workbench__body">
        <OfficePage page="admin" />
      </main>
    </div>
  );
}

function Workbench() {
  const { connection, recoveries } = useLiveChanges();
  usePrintNotes();
  const { page: asked, selected } = useView();
  const pages = pagesFor(useMe().data?.actions);
  const page = pages.includes(asked) ? asked : "map";
  return (
    <div className="workbench">
      <AppHeader connection={connection} />
      <div className="workbench__banners">
        <ConnectionBanner connection={connection} recoveries={recoveries} />
        {page === "map" && <AsOfBanner />}
        {page === "map" && <TourOffer />}
      </div>
      <main className="workbench__body">
        {page === "map" ? <MapPage /> : <OfficePage page={page} />}
        {selected !== null && <ParcelCard key={selected} id={selected} />}
      </main>
      <DialogHost />
    </div>
  );
}

function MapPage() {
  const { t } = useTexts();
  const { comparedWith } = useView();
  const [showsFilters, setShowsFilters] = useState(true);
  return (
    <>
      {showsFilters && <FilterPanel />}
      <div className="workbench__middle">
        <div className="workbench__map">
          <MapView />
          <div className="filter-toggle">
            <IconButton
              label={showsFilters ? t.filters.collapse : t.filters.expand}
              icon={showsFilters ? <MenuFoldOutlined /> : <MenuUnfoldOutlined />}
              placement="right"
              isExpanded={showsFilters}
              onClick={() => setShowsFilters(!showsFilters)}
            />
          </div>
          <ChangeToast />
        </div>
        {comparedWith === null && <SelectionBar />}
        {comparedWith === null ? <TablePane /> : <ChangesPane from={comparedWith} />}
      </div>
    </>
  );
}
