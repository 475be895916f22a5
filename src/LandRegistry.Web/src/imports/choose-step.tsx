import { Alert, Button, Input, InputNumber, Select, Space } from "antd";
import { useState } from "react";
import { useZones } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { STATUSES } from "../parcels/status";
import { NewZone } from "../zones/new-zone";
import { ZoneExtent } from "../zones/zone-extent";
import { CampaignChoice } from "./campaign-choice";
import { CrsChoice } from "./crs-choice";
import { saveProfile, useProfiles, type FileShape, type Import, type ImportChoices } from "./import-queries";
import { MappingTable } from "./mapping-table";

/** The name of all layers together, where they differ in their kind of shape only. */
const ALL_LAYERS = "*";

interface ChooseStepProps {
  item: Import;
  isSending: boolean;
  onLook: (choices: ImportChoices) => void;
  onJudge: (choices: ImportChoices) => void;
}

/** What the file is, and how its rows are to be read. */
export function ChooseStep({ item, isSending, onLook, onJudge }: ChooseStepProps) {
  const { t, say } = useTexts();
  const [choices, setChoices] = useState<ImportChoices>(item.choices ?? ({ columns: [] } as unknown as ImportChoices));
  const file = item.file!;
  const change = (part: Partial<ImportChoices>) => setChoices((before) => ({ ...before, ...part }));
  const look = (part: Partial<ImportChoices>) => {
    change(part);
    onLook({ ...choices, ...part });
  };
  const isByProfile = choices.profile !== null && choices.profile !== undefined;
  const needsCrs = !isByProfile && file.crs?.mustAsk === true && choices.crs === null;
  return (
    <div className="import-choose">
      {file.notes.length > 0 && <Alert type="info" showIcon title={file.notes.map(say).join(" ")} />}
      <ProfileChoice choices={choices} isRecognised={isByProfile && choices.profile === item.choices?.profile} onChange={setChoices} />
      {!isByProfile && (
        <>
          <FileChoices file={file} choices={choices} look={look} />
          {file.crs !== null && <CrsChoice crs={file.crs} chosen={choices.crs ?? null} onChange={(crs) => change({ crs })} />}
          <section className="import-block" aria-label={t.imports.mapping}>
            <h4>{t.imports.mapping}</h4>
            <MappingTable file={file} choices={choices} onChange={(columns) => change({ columns })} onPlace={look} />
          </section>
        </>
      )}
      <TargetChoices choices={choices} isByProfile={isByProfile} onChange={change} onGround={() => look({ crs: null })} />
      <div className="import-choose__actions">
        {!isByProfile && <SaveProfile choices={choices} />}
        <Button type="primary" loading={isSending} disabled={needsCrs} onClick={() => onJudge(choices)}>
          {t.imports.judge}
        </Button>
        {needsCrs && <span className="muted">{t.imports.crsFirst}</span>}
      </div>
    </div>
  );
}

function ProfileChoice({ choices, isRecognised, onChange }: { choices: ImportChoices; isRecognised: boolean; onChange: (choices: ImportChoices) => void }) {
  const { t, say } = useTexts();
  const profiles = useProfiles();
  const options = (profiles.data ?? []).map(({ name, title }) => ({ value: name, label: title === null ? name : say(title) }));
  const take = (name: string | undefined) => {
    const profile = profiles.data?.find((one) => one.name === name);
    if (profile === undefined) onChange({ ...choices, profile: null });
    else if (profile.isBuiltIn) onChange({ ...choices, profile: profile.name });
    else onChange({ ...profile.choices, layer: choices.layer, encoding: choices.encoding, crs: choices.crs ?? profile.choices.crs, profile: null });
  };
  return (
    <label className="labelled import-profile">
      <span>{t.imports.profile}</span>
      <Select allowClear aria-label={t.imports.profile} placeholder={t.imports.noProfile} value={choices.profile ?? undefined} options={options} onChange={take} />
      {isRecognised && <span className="muted">{t.imports.profileRecognised}</span>}
    </label>
  );
}

function FileChoices({ file, choices, look }: { file: FileShape; choices: ImportChoices; look: (part: Partial<ImportChoices>) => void }) {
  const { t, say, f } = useTexts();
  const layerLabel = ({ name, rows }: FileShape["layers"][number]) => [name === ALL_LAYERS ? t.imports.allLayers : name, ...(rows === null ? [] : [t.imports.rows(f.count(rows))])].join(" · ");
  const chosen = file.encoding?.candidates.find(({ name }) => name === file.encoding?.name);
  return (
    <section className="import-block import-file" aria-label={t.imports.fileIs}>
      <h4>{t.imports.fileIs}</h4>
      {file.layers.length > 1 && (
        <label className="labelled">
          <span>{t.imports.layer}</span>
          <Select aria-label={t.imports.layer} value={file.layer} options={file.layers.map((layer) => ({ value: layer.name, label: layerLabel(layer) }))} onChange={(layer) => look({ layer })} />
        </label>
      )}
      {file.encoding !== null && (
        <>
          <label className="labelled">
            <span>{t.imports.encoding}</span>
            <Select
              aria-label={t.imports.encoding}
              value={file.encoding.name}
              options={file.encoding.candidates.map(({ name, decodes }) => ({ value: name, label: name, disabled: !decodes }))}
              onChange={(encoding) => look({ encoding })}
            />
          </label>
          <span className="muted">{say(file.encoding.reason)}</span>
          {chosen !== undefined && chosen.lines.length > 0 && <p className="import-sample">{chosen.lines.slice(0, 5).join("\n")}</p>}
        </>
      )}
      {file.isTable && (
        <label className="labelled">
          <span>{t.imports.headingRows}</span>
          <InputNumber aria-label={t.imports.headingRows} min={1} max={10} placeholder={t.imports.asFound} value={choices.headingRows} onChange={(headingRows) => headingRows !== null && look({ headingRows })} />
        </label>
      )}
    </section>
  );
}

interface TargetChoicesProps {
  choices: ImportChoices;
  isByProfile: boolean;
  onChange: (part: Partial<ImportChoices>) => void;
  /** Where the zone lies is known now: the coordinates are looked at anew. */
  onGround: () => void;
}

function TargetChoices({ choices, isByProfile, onChange, onGround }: TargetChoicesProps) {
  const { t, pick } = useTexts();
  const zones = useZones();
  const [isAdding, setIsAdding] = useState(false);
  const [isSetting, setIsSetting] = useState(false);
  const chosen = zones.data?.find(({ code }) => code === choices.zone);
  return (
    <section className="import-block import-target" aria-label={t.imports.target}>
      <h4>{t.imports.target}</h4>
      {zones.data?.length === 0 && !isByProfile && <Alert className="import-target__none" type="warning" showIcon title={t.newZone.none} />}
      <label className="labelled">
        <span>{t.imports.zone}</span>
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t.imports.zone}
          placeholder={t.imports.zoneByPlace}
          value={choices.zone ?? undefined}
          options={(zones.data ?? []).map((zone) => ({ value: zone.code, label: pick(zone.nameZh, zone.nameEn) }))}
          onChange={(zone: string | undefined) => onChange({ zone: zone ?? null })}
        />
        <Button size="small" onClick={() => setIsAdding(true)}>
          {t.newZone.add}
        </Button>
        {chosen !== undefined && (
          <Button size="small" onClick={() => setIsSetting(true)}>
            {chosen.hasExtent ? t.zoneExtent.change : t.zoneExtent.set}
          </Button>
        )}
      </label>
      {isSetting && chosen !== undefined && (
        <ZoneExtent
          zone={chosen}
          onSet={() => {
            setIsSetting(false);
            onGround();
          }}
          onClose={() => setIsSetting(false)}
        />
      )}
      {isAdding && <NewZone onMade={({ code }) => onChange({ zone: code })} onClose={() => setIsAdding(false)} />}
      {!isByProfile && (
        <>
          <label className="labelled">
            <span>{t.imports.source}</span>
            <Input aria-label={t.imports.source} maxLength={100} placeholder={t.imports.sourceHint} value={choices.source ?? ""} onChange={({ target }) => onChange({ source: target.value.trim() === "" ? null : target.value.trim() })} />
          </label>
          <label className="labelled">
            <span>{t.imports.statusOtherwise}</span>
            <Select
              aria-label={t.imports.statusOtherwise}
              value={choices.statusOtherwise ?? "in_use"}
              options={STATUSES.filter((status) => status !== "ready").map((status) => ({ value: status, label: t.status[status] }))}
              onChange={(statusOtherwise) => onChange({ statusOtherwise })}
            />
          </label>
        </>
      )}
      <CampaignChoice value={choices.campaignId} onChange={(campaignId) => onChange({ campaignId })} />
    </section>
  );
}

function SaveProfile({ choices }: { choices: ImportChoices }) {
  const { t } = useTexts();
  const [name, setName] = useState("");
  const [isSaved, setIsSaved] = useState(false);
  const save = async () => {
    await saveProfile(name.trim(), choices);
    setIsSaved(true);
  };
  return (
    <Space.Compact>
      <Input aria-label={t.imports.profileName} maxLength={60} placeholder={t.imports.profileName} value={name} onChange={({ target }) => (setName(target.value), setIsSaved(false))} />
      <Button disabled={name.trim() === "" || isSaved} onClick={() => void save()}>
        {isSaved ? t.imports.profileSaved : t.imports.saveProfile}
      </Button>
    </Space.Compact>
  );
}
