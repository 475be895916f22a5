import { Checkbox, Form, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { useEnterprisePages } from "../api/office-queries";
import type { StrategyDetail } from "../api/office-types";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField, textOf } from "../ui/form-dialog";
import { toFigures, toTyped, type TypedFigures } from "./figures";
import { approveStrategy, copyStrategy, markStep, reportProgress } from "./strategy-commands";
import { FigureFields, InvestorFields } from "./strategy-fields";

interface DialogProps {
  strategy: StrategyDetail;
  onClose: () => void;
}

export function ApproveDialog({ strategy, onClose }: DialogProps) {
  const { t, pick } = useTexts();
  return (
    <FormDialog<{ on: Dayjs; reason?: string }>
      title={t.strategies.approveTitle}
      submitLabel={t.strategies.approve}
      subject={
        <span>
          <strong>
            {strategy.enterpriseName} · {pick(strategy.typeName.zh, strategy.typeName.en)}
          </strong>
          <br />
          <span className="muted">{t.strategies.approveHint}</span>
        </span>
      }
      initial={{ on: dayjs(today()) }}
      send={({ on, reason }) => approveStrategy(strategy, { on: dayOf(on), reason: textOf(reason) })}
      onClose={onClose}
    >
      <DayField name="on" label={t.pages.date} />
      <LongField name="reason" label={t.pages.reason} />
    </FormDialog>
  );
}

interface EnteredProgress {
  investor?: string;
  investorStage?: string | null;
  result?: TypedFigures;
  isExemplar?: boolean;
  reason?: string;
}

export function ProgressDialog({ strategy, onClose }: DialogProps) {
  const { t } = useTexts();
  return (
    <FormDialog<EnteredProgress>
      title={t.strategies.progress}
      width={640}
      initial={{ investor: strategy.investor ?? "", investorStage: strategy.investorStage, result: toTyped(strategy.result), isExemplar: strategy.isExemplar }}
      send={({ investor, investorStage, result, isExemplar, reason }) =>
        reportProgress(strategy, {
          investor: textOf(investor),
          investorStage: investorStage ?? null,
          result: toFigures(result ?? {}),
          isExemplar: isExemplar === true,
          reason: textOf(reason),
        })
      }
      onClose={onClose}
    >
      <InvestorFields />
      <FigureFields title={t.strategies.result} name="result" />
      <Form.Item name="isExemplar" valuePropName="checked">
        <Checkbox>{t.strategies.markExemplar}</Checkbox>
      </Form.Item>
      <LongField name="reason" label={t.pages.reason} />
    </FormDialog>
  );
}

/** A step that is done; one that was marked by mistake is marked as not done. */
export function StepDialog({ strategy, n, onClose }: DialogProps & { n: number }) {
  const { t } = useTexts();
  const step = strategy.steps.find((one) => one.n === n);
  const wasDone = step?.doneOn !== null && step?.doneOn !== undefined;
  return (
    <FormDialog<{ on?: Dayjs; reason?: string }>
      title={wasDone ? t.strategies.undo : t.strategies.markDoneTitle(step?.name ?? "")}
      initial={wasDone ? {} : { on: dayjs(today()) }}
      send={({ on, reason }) => markStep(strategy, n, { on: wasDone ? null : dayOf(on), reason: textOf(reason) })}
      onClose={onClose}
    >
      {!wasDone && <DayField name="on" label={t.pages.date} />}
      <LongField name="reason" label={t.pages.reason} required={wasDone} />
    </FormDialog>
  );
}

export function CopyDialog({ strategy, onClose }: DialogProps) {
  const { t } = useTexts();
  const [asked, setAsked] = useState("");
  const query = new URLSearchParams({ limit: "20", ...(asked === "" ? {} : { q: asked }) });
  const found = useEnterprisePages(query).data?.pages[0]?.items ?? [];
  return (
    <FormDialog<{ enterpriseId: number; endOn: Dayjs; reason?: string }>
      title={t.strategies.copyTitle}
      submitLabel={t.strategies.copy}
      subject={<span className="muted">{t.strategies.copyHint}</span>}
      send={({ enterpriseId, endOn, reason }) => copyStrategy(strategy.id, { enterpriseId, endOn: dayOf(endOn), reason: textOf(reason) })}
      onClose={onClose}
    >
      <Form.Item name="enterpriseId" label={t.strategies.copyTo} rules={[{ required: true, message: t.pages.required }]}>
        <Select
          showSearch={{ filterOption: false, onSearch: (text) => setAsked(text.trim()) }}
          options={found.filter(({ id }) => id !== strategy.enterpriseId).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <DayField name="endOn" label={t.strategies.endOn} mayBeFuture />
      <LongField name="reason" label={t.pages.reason} />
    </FormDialog>
  );
}
