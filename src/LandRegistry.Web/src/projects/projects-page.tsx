import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { Alert, Button, Checkbox, Dropdown, InputNumber, Segmented, Select } from "antd";
import { useMemo, useState } from "react";
import { useTexts } from "../i18n/language-context";
import { OfficeHead } from "../pages/office-head";
import { useMay } from "../people/rights";
import { FilterInput } from "../ui/filter-input";
import { choose, useView } from "../view/view-store";
import { FloorsView } from "./floors-view";
import { IndustriesView } from "./industries-view";
import { PoolGroups } from "./pool-groups";
import { ProjectCard } from "./project-card";
import { CLASSES, LEVELS, LISTS, poolQuery, readId, readPool, STAGES, USUAL_REVIEW_DAYS, type Level, type PoolChoice, type PoolList, type ProjectClass } from "./project-choice";
import { ProjectDialog } from "./project-dialog";
import { ProjectList } from "./project-list";
import { useProjectPages, useProjectTotals, type ProjectTally } from "./project-queries";

/** Investors' projects beside the card of the one that is open, the floors of standard factories, or the industries that zones want. */
export default function ProjectsPage() {
  const { t, f } = useTexts();
  const { particulars } = useView();
  const choice = readPool(particulars);
  const opened = readId(particulars.project);
  const totals = useProjectTotals(choice);
  const shown = choice.stage === null ? totals.data?.whole : totals.data?.stages.find(({ key }) => key === choice.stage);
  const isPool = choice.list === "pool";
  return (
    <>
      <OfficeHead page="projects" {...(isPool && shown !== undefined ? { count: t.projects.head(f.count(shown.count), f.yuan(shown.agreedYuan)) } : {})}>
        {isPool && <PoolTools choice={choice} />}
        <Segmented<PoolList>
          aria-label={t.pages.projects}
          value={choice.list}
          options={LISTS.map((value) => ({ value, label: t.projects.lists[value] }))}
          onChange={(list) => choose({ list: list === "pool" ? "" : list, project: "", floor: "", part: "" })}
        />
      </OfficeHead>
      {isPool ? <Pool choice={choice} opened={opened} /> : choice.list === "floors" ? <FloorsView /> : <IndustriesView />}
    </>
  );
}

function Pool({ choice, opened }: { choice: PoolChoice; opened: number | null }) {
  const { t } = useTexts();
  const pages = useProjectPages(choice);
  const totals = useProjectTotals(choice).data;
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items), [pages.data]);
  const stale = totals?.whole.stale ?? 0;
  return (
    <div className="office-split">
      <div className="office-body">
        <StageTabs choice={choice} whole={totals?.whole} stages={totals?.stages} />
        {stale > 0 && !choice.staleOnly && (
          <Alert
            className="stale-alert"
            type="warning"
            showIcon
            title={t.projects.staleCount(stale)}
            action={
              <Button size="small" onClick={() => choose({ sign: "stale", stage: "" })}>
                {t.projects.showStale}
              </Button>
            }
          />
        )}
        <PoolFilters choice={choice} />
        <div className={opened === null ? "retender-body" : "retender-body is-narrow"}>
          <div className="retender-list">
            <ProjectList
              rows={rows}
              isError={pages.isError}
              selected={opened}
              onOpen={(id) => choose({ project: String(id) }, opened === null ? "push" : "replace")}
              hasMore={pages.hasNextPage}
              isLoadingMore={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
            />
          </div>
          {opened === null && totals !== undefined && <PoolGroups group={choice.group} totals={totals} />}
        </div>
      </div>
      {opened !== null && <ProjectCard key={opened} id={opened} staleAfter={choice.staleAfter} />}
    </div>
  );
}

function StageTabs({ choice, whole, stages }: { choice: PoolChoice; whole: ProjectTally | undefined; stages: readonly ProjectTally[] | undefined }) {
  const { t, f } = useTexts();
  const tabs = [{ stage: null, name: t.projects.allStages, tally: whole }, ...STAGES.map((stage) => ({ stage, name: t.projects.stages[stage], tally: stages?.find(({ key }) => key === stage) }))];
  return (
    <div className="figure-cards stage-cards" role="tablist" aria-label={t.projects.stage}>
      {tabs.map(({ stage, name, tally }) => (
        <button key={name} type="button" role="tab" aria-selected={stage === choice.stage} className="figure-card" onClick={() => choose({ stage: stage ?? "" })}>
          <span className="figure-card__name">{name}</span>
          <span className="figure-card__value numeric">{tally === undefined ? "·" : f.count(tally.count)}</span>
          <span className="figure-card__hint" title={tally === undefined || tally.agreedUnknown === 0 ? undefined : t.projects.unknownOf(tally.agreedUnknown)}>
            {tally === undefined ? "" : f.yuan(tally.agreedYuan)}
          </span>
        </button>
      ))}
    </div>
  );
}

function PoolFilters({ choice }: { choice: PoolChoice }) {
  const { t } = useTexts();
  return (
    <div className="retender-filters">
      <Select<ProjectClass[]>
        mode="multiple"
        allowClear
        maxTagCount={1}
        className="kind-select"
        optionFilterProp="label"
        aria-label={t.projects.classes}
        placeholder={t.projects.anyClass}
        value={[...choice.classes]}
        options={CLASSES.map((value) => ({ value, label: t.projects.classNames[value] }))}
        onChange={(classes) => choose({ kind: classes.join(",") })}
      />
      <Select<Level[]>
        mode="multiple"
        allowClear
        maxTagCount={1}
        className="kind-select"
        aria-label={t.projects.level}
        placeholder={t.projects.anyLevel}
        value={[...choice.levels]}
        options={LEVELS.map((value) => ({ value, label: t.projects.levels[value] }))}
        onChange={(levels) => choose({ rules: levels.join(",") })}
      />
      <Checkbox checked={choice.staleOnly} onChange={(event) => choose({ sign: event.target.checked ? "stale" : "" })}>
        {t.projects.staleOnly}
      </Checkbox>
      <label className="labelled">
        <span>{t.projects.staleAfter}</span>
        <InputNumber min={1} max={3650} precision={0} value={choice.staleAfter} onChange={(days) => choose({ within: days === null || days === USUAL_REVIEW_DAYS ? "" : String(days) }, "replace")} />
      </label>
    </div>
  );
}

function PoolTools({ choice }: { choice: PoolChoice }) {
  const { t, language } = useTexts();
  const [enters, setEnters] = useState(false);
  const may = useMay();
  const fileOf = (format: "xlsx" | "csv") => {
    const query = poolQuery(choice);
    query.set("format", format);
    query.set("language", language);
    return `/api/projects/export?${query}`;
  };
  return (
    <>
      <FilterInput isWide label={t.projects.search} placeholder={t.projects.searchHint} value={choice.find} onChange={(find) => choose({ find }, "replace")} />
      <Dropdown menu={{ items: (["xlsx", "csv"] as const).map((format) => ({ key: format, label: <a href={fileOf(format)} download>{t.projects.formats[format]}</a> })) }}>
        <Button icon={<DownloadOutlined />}>{t.projects.exportButton}</Button>
      </Dropdown>
      {may("plan_supply") && (
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEnters(true)}>
          {t.projects.enter}
        </Button>
      )}
      {enters && <ProjectDialog project={null} onClose={() => setEnters(false)} />}
    </>
  );
}
