import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useEffect, useState } from "react";
import { get } from "../api/http";
import { useParcel } from "../api/queries";
import type { EnterprisePage } from "../api/types";
import { useTexts } from "../i18n/language-context";

const PAUSE_MILLISECONDS = 250;

interface EnterpriseChoiceProps {
  parcelId: number;
  /** Handed in by the form. */
  id?: string;
}

/** An enterprise, found by words of its name or by its credit code; those on the parcel are offered first. */
export function EnterpriseChoice({ parcelId, ...given }: EnterpriseChoiceProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed]);
  const here = useParcel(parcelId).data?.body.occupancies ?? [];
  const found = useQuery({
    queryKey: ["enterprises", "choice", asked],
    queryFn: ({ signal }) => get<EnterprisePage>(`/api/enterprises?${new URLSearchParams({ q: asked, limit: "20" })}`, signal),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  const known = here.map(({ enterpriseId, enterpriseName, creditCode }) => ({ value: enterpriseId, label: enterpriseName, title: creditCode ?? "" }));
  const others = (found.data?.items ?? []).map(({ id, name, creditCode }) => ({ value: id, label: name, title: creditCode ?? "" }));
  const options = asked === "" ? unique(known) : unique(others);
  return <Select {...given} showSearch={{ filterOption: false, onSearch: setTyped }} placeholder={t.facts.findEnterprise} options={options} loading={found.isFetching} />;
}

function unique<T extends { value: number }>(options: readonly T[]): T[] {
  return options.filter((option, index) => options.findIndex(({ value }) => value === option.value) === index);
}
