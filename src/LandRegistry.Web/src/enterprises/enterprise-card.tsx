import { CloseOutlined, EditOutlined } from "@ant-design/icons";
import { Skeleton, Tabs } from "antd";
import { useState } from "react";
import { useEnterprise } from "../api/office-queries";
import type { EnterpriseDetail } from "../api/office-types";
import { ProblemError } from "../api/problem";
import { Properties, Property } from "../card/properties";
import { useTexts } from "../i18n/language-context";
import { StrategyPart } from "../strategies/strategy-part";
import { IconButton } from "../ui/icon-button";
import { choose, useView } from "../view/view-store";
import { CasesPart } from "./cases-part";
import { DescribeDialog } from "./describe-dialog";
import { FiguresPart } from "./figures-part";
import { LandPart } from "./land-part";
import { StatePart } from "./state-part";
import { VisitsPart } from "./visits-part";

const PARTS = ["land", "figures", "state", "strategy", "visits", "cases"] as const;

/** Everything the register knows about an enterprise. */
export function EnterpriseCard({ id }: { id: number }) {
  const { t } = useTexts();
  const enterprise = useEnterprise(id);
  const isUnknown = enterprise.error instanceof ProblemError && enterprise.error.problem.status === 404;
  return (
    <aside className="enterprise-card" aria-label={t.enterprises.card}>
      {enterprise.data !== undefined ? <Loaded enterprise={enterprise.data.body} /> : enterprise.isError ? <p className="office-empty">{isUnknown ? t.enterprises.notFound : t.pages.failed}</p> : <Skeleton active className="office-page__waiting" />}
    </aside>
  );
}

function Loaded({ enterprise }: { enterprise: EnterpriseDetail }) {
  const { t, f, pick } = useTexts();
  const { particulars } = useView();
  const [isDescribing, setDescribing] = useState(false);
  const part = PARTS.find((one) => one === particulars.part) ?? "land";
  const { zombie, operatingStateName: state } = enterprise;
  const views: Record<(typeof PARTS)[number], React.ReactElement> = {
    land: <LandPart enterprise={enterprise} />,
    figures: <FiguresPart enterprise={enterprise} />,
    state: <StatePart enterprise={enterprise} />,
    strategy: <StrategyPart enterpriseId={enterprise.id} />,
    visits: <VisitsPart enterpriseId={enterprise.id} />,
    cases: <CasesPart enterpriseId={enterprise.id} />,
  };
  return (
    <>
      <header className="enterprise-card__head">
        <div className="enterprise-card__bar">
          {state !== null && <span className="stage-mark">{pick(state.zh, state.en)}</span>}
          {enterprise.isIdle && <span className="hold-mark">{t.enterprises.idle}</span>}
          {zombie.isZombie === true && <span className="bad-mark">{t.enterprises.isZombie}</span>}
          {enterprise.isExempt && <span className="plain-mark">{t.enterprises.exempt}</span>}
          <span className="parcel-card__tools">
            <IconButton label={t.enterprises.describe} icon={<EditOutlined />} onClick={() => setDescribing(true)} />
            <IconButton label={t.enterprises.close} icon={<CloseOutlined />} onClick={() => choose({ enterprise: "", part: "" })} />
          </span>
        </div>
        <h2>{enterprise.name}</h2>
        {enterprise.formerNames.length > 0 && <p className="muted">{t.enterprises.formerNames(enterprise.formerNames.join(t.common.listSeparator))}</p>}
        <div className="enterprise-card__facts">
          <Properties>
            <Property name={t.enterprises.creditCode} value={enterprise.creditCode} />
            <Property name={t.enterprises.scale} value={enterprise.scale === null ? null : t.enterprises.scales[enterprise.scale]} />
          </Properties>
          <Properties>
            <Property name={t.enterprises.industry} value={enterprise.industryCode} />
            <Property name={t.enterprises.producingSince} value={f.date(enterprise.producingSince)} />
          </Properties>
        </div>
      </header>
      <Tabs
        className="enterprise-card__parts"
        activeKey={part}
        onChange={(next) => choose({ part: next === "land" ? "" : next }, "replace")}
        items={PARTS.map((key) => ({ key, label: t.enterprises.parts[key], children: <div className="enterprise-card__body">{views[key]}</div> }))}
        destroyOnHidden
      />
      {isDescribing && <DescribeDialog enterprise={enterprise} onClose={() => setDescribing(false)} />}
    </>
  );
}
