import { ApartmentOutlined, AuditOutlined, ClockCircleOutlined, FileTextOutlined, FlagOutlined, FolderOpenOutlined, HistoryOutlined, MoneyCollectOutlined, ProfileOutlined, RocketOutlined, SolutionOutlined, TeamOutlined } from "@ant-design/icons";
import { Tabs } from "antd";
import type { ReactElement, ReactNode } from "react";
import type { ParcelDetail } from "../api/types";
import { CaseTab } from "../cases/case-tab";
import { ClockTab } from "../clock/clock-tab";
import { DocumentsTab } from "../documents/documents-tab";
import { FactsTab } from "../facts/facts-tab";
import { GroundTab } from "../ground/ground-tab";
import { HistoryTab } from "../history/history-tab";
import { useTexts } from "../i18n/language-context";
import { MoneyTab } from "../money/money-tab";
import { FittingProjects } from "../projects/fitting-projects";
import { ReadinessTab } from "../readiness/readiness-tab";
import { TenderTab } from "../tenders/tender-tab";
import { useView } from "../view/view-store";
import { CARD_TABS, isCardTab, openTab, type CardTab } from "./card-tab";
import { OverviewTab } from "./overview-tab";
import { RightsTab } from "./rights-tab";

interface Page {
  icon: ReactElement;
  show: (parcel: ParcelDetail) => ReactElement;
  /** A sign or number at the rail, for what wants attention. */
  badge?: (parcel: ParcelDetail) => ReactNode;
}

const PAGES: Record<CardTab, Page> = {
  overview: { icon: <ProfileOutlined />, show: (parcel) => <OverviewTab parcel={parcel} /> },
  clock: { icon: <ClockCircleOutlined />, show: (parcel) => <ClockTab parcelId={parcel.id} />, badge: clockBadge },
  case: { icon: <FolderOpenOutlined />, show: (parcel) => <CaseTab parcelId={parcel.id} /> },
  readiness: { icon: <FlagOutlined />, show: (parcel) => <ReadinessTab parcelId={parcel.id} />, badge: readinessBadge },
  tender: { icon: <AuditOutlined />, show: (parcel) => <TenderTab parcelId={parcel.id} /> },
  projects: { icon: <RocketOutlined />, show: (parcel) => <FittingProjects site={{ parcelId: parcel.id }} /> },
  facts: { icon: <SolutionOutlined />, show: (parcel) => <FactsTab parcel={parcel} /> },
  money: { icon: <MoneyCollectOutlined />, show: (parcel) => <MoneyTab parcelId={parcel.id} /> },
  documents: { icon: <FileTextOutlined />, show: (parcel) => <DocumentsTab parcelId={parcel.id} /> },
  rights: { icon: <TeamOutlined />, show: (parcel) => <RightsTab parcel={parcel} /> },
  ground: { icon: <ApartmentOutlined />, show: (parcel) => <GroundTab parcel={parcel} /> },
  history: { icon: <HistoryOutlined />, show: (parcel) => <HistoryTab parcelId={parcel.id} /> },
};

/** The card's pages behind a rail of signs with names, so that all of them are in sight at once. */
export function CardPages({ parcel }: { parcel: ParcelDetail }) {
  const { t } = useTexts();
  const { tab } = useView();
  return (
    <Tabs
      className="card-pages"
      tabPlacement="start"
      activeKey={isCardTab(tab) ? tab : "overview"}
      onChange={(key) => openTab(key as CardTab)}
      items={CARD_TABS.map((key) => ({
        key,
        label: <RailItem page={PAGES[key]} name={t.card.tabs[key]} parcel={parcel} />,
        children: PAGES[key].show(parcel),
      }))}
    />
  );
}

function RailItem({ page, name, parcel }: { page: Page; name: string; parcel: ParcelDetail }) {
  return (
    <span className="rail-item">
      <span className="rail-item__icon">{page.icon}</span>
      <span className="rail-item__name">{name}</span>
      {page.badge?.(parcel)}
    </span>
  );
}

function clockBadge({ clock }: ParcelDetail): ReactNode {
  return clock.kind === "A" || clock.kind === "B" ? <span className={`rail-badge rail-badge--${clock.kind}`}>{clock.kind}</span> : null;
}

/** How many items are missing matters once the land is in hand; before that it would only be noise. */
function readinessBadge({ readiness, status }: ParcelDetail): ReactNode {
  return status === "reserved" && readiness.blocking.length > 0 ? <span className="rail-badge">{readiness.blocking.length}</span> : null;
}
