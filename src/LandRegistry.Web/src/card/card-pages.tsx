import { FileProtectOutlined, FolderOpenOutlined, HistoryOutlined, ProfileOutlined, TeamOutlined } from "@ant-design/icons";
import { Tabs } from "antd";
import type { ReactElement } from "react";
import type { ParcelDetail } from "../api/types";
import { CaseTab } from "../cases/case-tab";
import { HistoryTab } from "../history/history-tab";
import { useTexts } from "../i18n/language-context";
import { changeView, useView } from "../view/view-store";
import { CARD_TABS, isCardTab, type CardTab } from "./card-tab";
import { ContractTab } from "./contract-tab";
import { OverviewTab } from "./overview-tab";
import { RightsTab } from "./rights-tab";

interface Page {
  icon: ReactElement;
  show: (parcel: ParcelDetail) => ReactElement;
}

const PAGES: Record<CardTab, Page> = {
  overview: { icon: <ProfileOutlined />, show: (parcel) => <OverviewTab parcel={parcel} /> },
  case: { icon: <FolderOpenOutlined />, show: (parcel) => <CaseTab parcelId={parcel.id} /> },
  contract: { icon: <FileProtectOutlined />, show: (parcel) => <ContractTab parcel={parcel} /> },
  rights: { icon: <TeamOutlined />, show: (parcel) => <RightsTab parcel={parcel} /> },
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
      onChange={(key) => changeView({ tab: key === "overview" ? null : key }, "replace")}
      items={CARD_TABS.map((key) => ({
        key,
        label: <RailItem icon={PAGES[key].icon} name={t.card.tabs[key]} />,
        children: PAGES[key].show(parcel),
      }))}
    />
  );
}

function RailItem({ icon, name }: { icon: ReactElement; name: string }) {
  return (
    <span className="rail-item">
      <span className="rail-item__icon">{icon}</span>
      <span className="rail-item__name">{name}</span>
    </span>
  );
}
