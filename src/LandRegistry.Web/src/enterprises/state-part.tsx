import { Button, Form, Radio, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { useLaw } from "../api/law";
import type { EnterpriseDetail } from "../api/office-types";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField, TextField, textOf } from "../ui/form-dialog";
import { addSignal, addState } from "./enterprise-commands";
import { May } from "../people/may";

type Request = { kind: "state" } | { kind: "signal"; signal: string };

/** How the enterprise goes, and the signs of a zombie with the evidence each rests on. */
export function StatePart({ enterprise }: { enterprise: EnterpriseDetail }) {
  const { t } = useTexts();
  const [request, setRequest] = useState<Request | null>(null);
  return (
    <>
      <section className="card-section">
        <div className="section-head">
          <h3>{t.enterprises.stateHistory}</h3>
          <May action="keep_enterprises">
            <Button size="small" onClick={() => setRequest({ kind: "state" })}>
              {t.enterprises.addState}
            </Button>
          </May>
        </div>
        <States enterprise={enterprise} />
      </section>
      <Zombie enterprise={enterprise} onCheck={(signal) => setRequest({ kind: "signal", signal })} />
      {request?.kind === "state" && <StateDialog enterprise={enterprise} onClose={() => setRequest(null)} />}
      {request?.kind === "signal" && <SignalDialog enterprise={enterprise} signal={request.signal} onClose={() => setRequest(null)} />}
    </>
  );
}

function States({ enterprise }: { enterprise: EnterpriseDetail }) {
  const { t, f, pick } = useTexts();
  const causes = useLaw().data?.causes ?? [];
  const nameOf = (code: string) => {
    const says = causes.find((cause) => cause.code === code)?.says;
    return says === undefined ? code : pick(says.zh, says.en);
  };
  if (enterprise.states.length === 0) return <p className="card-empty">{t.enterprises.noStates}</p>;
  return (
    <ul className="entries">
      {enterprise.states.map((state) => (
        <li key={state.id}>
          <p className="entries__head">
            <strong>{pick(state.stateName.zh, state.stateName.en)}</strong>
            <span className="muted numeric">{f.date(state.on)}</span>
          </p>
          {state.causes.length > 0 && <p>{state.causes.map(nameOf).join(t.common.listSeparator)}</p>}
          <p className="muted">{[state.source, state.note].filter(Boolean).join(" · ")}</p>
        </li>
      ))}
    </ul>
  );
}

function Zombie({ enterprise: { zombie }, onCheck }: { enterprise: EnterpriseDetail; onCheck: (signal: string) => void }) {
  const { t, f, pick } = useTexts();
  const verdict = zombie.isZombie === null ? t.enterprises.zombieOpen : zombie.isZombie ? t.enterprises.isZombie : t.enterprises.notZombie;
  return (
    <section className="card-section">
      <h3>{t.enterprises.zombie}</h3>
      <p>
        <strong className={zombie.isZombie === true ? "is-bad" : undefined}>{verdict}</strong>
        <span className="muted"> · {t.enterprises.score(zombie.score, zombie.cutOff)}</span>
      </p>
      {zombie.isZombie === null && <p className="muted">{t.enterprises.possible(zombie.possible)}</p>}
      <ul className="entries">
        {zombie.signals.map((signal) => (
          <li key={signal.signal}>
            <p className="entries__head">
              <span>
                {pick(signal.says.zh, signal.says.en)} <span className="muted">({t.enterprises.weight(signal.weight)})</span>
              </span>
              <Button size="small" onClick={() => onCheck(signal.signal)}>
                {t.enterprises.addSignal}
              </Button>
            </p>
            <p className={signal.isPresent === true ? "is-bad" : signal.isPresent === null ? "unknown" : undefined}>
              {signal.isPresent === null ? t.enterprises.notChecked : signal.isPresent ? t.enterprises.seen : t.enterprises.absent}
              {signal.on !== null && <span className="muted"> · {[f.date(signal.on), signal.document, signal.source].filter(Boolean).join(" · ")}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DialogProps {
  enterprise: EnterpriseDetail;
  onClose: () => void;
}

function StateDialog({ enterprise, onClose }: DialogProps) {
  const { t, pick } = useTexts();
  const causes = useLaw().data?.causes ?? [];
  return (
    <FormDialog<{ state: string; on: Dayjs; causes?: string[]; source: string; note?: string }>
      title={t.enterprises.addState}
      subject={<strong>{enterprise.name}</strong>}
      initial={{ on: dayjs(today()) }}
      send={({ state, on, causes: why, source, note }) => addState(enterprise, { state, on: dayOf(on), causes: why ?? [], source, note: textOf(note) })}
      onClose={onClose}
    >
      <Form.Item name="state" label={t.enterprises.state} rules={[{ required: true, message: t.pages.required }]}>
        <Select options={Object.entries(t.enterprises.states).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <DayField name="on" label={t.enterprises.stateFrom} />
      <Form.Item name="causes" label={t.enterprises.causes}>
        <Select mode="multiple" optionFilterProp="label" options={causes.map((cause) => ({ value: cause.code, label: pick(cause.says.zh, cause.says.en) }))} />
      </Form.Item>
      <TextField name="source" label={t.enterprises.source} hint={t.enterprises.sourceHint} maxLength={200} />
      <LongField name="note" label={t.pages.note} />
    </FormDialog>
  );
}

function SignalDialog({ enterprise, signal, onClose }: DialogProps & { signal: string }) {
  const { t, pick } = useTexts();
  const says = enterprise.zombie.signals.find((one) => one.signal === signal)?.says;
  return (
    <FormDialog<{ isPresent: boolean; on: Dayjs; document?: string; source: string; note?: string }>
      title={t.enterprises.addSignal}
      subject={<strong>{says === undefined ? signal : pick(says.zh, says.en)}</strong>}
      initial={{ on: dayjs(today()) }}
      send={({ isPresent, on, document, source, note }) => addSignal(enterprise, { signal, isPresent, on: dayOf(on), document: textOf(document), source, note: textOf(note) })}
      onClose={onClose}
    >
      <Form.Item name="isPresent" label={t.enterprises.present} rules={[{ required: true, message: t.pages.required }]}>
        <Radio.Group
          options={[
            { value: true, label: t.enterprises.seen },
            { value: false, label: t.enterprises.absent },
          ]}
        />
      </Form.Item>
      <DayField name="on" label={t.pages.date} />
      <TextField name="document" label={t.enterprises.evidence} required={false} />
      <TextField name="source" label={t.enterprises.source} hint={t.enterprises.sourceHint} maxLength={200} />
      <LongField name="note" label={t.pages.note} />
    </FormDialog>
  );
}
