import { useQueryClient } from "@tanstack/react-query";
import { Button, Select } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, textOf, TextField } from "../ui/form-dialog";
import { addCampaign, useCampaigns } from "./import-queries";

interface Entered {
  name: string;
  fromOn: Dayjs;
  toOn?: Dayjs;
  leadAgency: string;
  partnerAgencies?: string;
  method?: string;
  surveyor?: string;
}

/** The survey campaign that the rows belong to; a new one can be recorded here. */
export function CampaignChoice({ value, onChange }: { value: number | null | undefined; onChange: (id: number | null) => void }) {
  const { t, f } = useTexts();
  const client = useQueryClient();
  const campaigns = useCampaigns();
  const [isAdding, setIsAdding] = useState(false);
  const add = async (entered: Entered) => {
    const { body } = await addCampaign({
      name: entered.name,
      fromOn: dayOf(entered.fromOn),
      toOn: dayOf(entered.toOn),
      leadAgency: entered.leadAgency,
      partnerAgencies: (entered.partnerAgencies ?? "").split(/[、,，;；]/).map((agency) => agency.trim()).filter((agency) => agency !== ""),
      method: textOf(entered.method),
      surveyor: textOf(entered.surveyor),
    });
    await client.invalidateQueries({ queryKey: ["campaigns"] });
    onChange(body.id);
  };
  return (
    <label className="labelled">
      <span>{t.imports.campaign}</span>
      <Select
        allowClear
        aria-label={t.imports.campaign}
        placeholder={t.imports.noCampaign}
        value={value ?? undefined}
        options={(campaigns.data ?? []).map(({ id, name, fromOn }) => ({ value: id, label: `${name}（${f.date(fromOn)}）` }))}
        onChange={(id: number | undefined) => onChange(id ?? null)}
      />
      <Button size="small" onClick={() => setIsAdding(true)}>
        {t.imports.addCampaign}
      </Button>
      {isAdding && (
        <FormDialog<Entered> title={t.imports.addCampaign} submitLabel={t.imports.addCampaignDo} send={add} onClose={() => setIsAdding(false)}>
          <TextField name="name" label={t.imports.campaignName} />
          <DayField name="fromOn" label={t.imports.campaignFrom} />
          <DayField name="toOn" label={t.imports.campaignTo} required={false} mayBeFuture />
          <TextField name="leadAgency" label={t.imports.campaignLead} />
          <TextField name="partnerAgencies" label={t.imports.campaignPartners} required={false} hint={t.imports.campaignPartnersHint} maxLength={300} />
          <TextField name="method" label={t.imports.campaignMethod} required={false} />
          <TextField name="surveyor" label={t.imports.campaignSurveyor} required={false} />
        </FormDialog>
      )}
    </label>
  );
}
