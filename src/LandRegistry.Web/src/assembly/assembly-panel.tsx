import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { fetchAssemblies, previewSite, type AssemblyRow } from "../api/assemblies";
import { mergeParcels } from "../api/boundaries";
import { DrawingFrame } from "../drawing/drawing-frame";
import { Findings } from "../drawing/findings";
import { LineageForm } from "../drawing/lineage-form";
import { firstPosition } from "../drawing/pen/drawing-features";
import { useClearOfPanel } from "../drawing/use-clear-of-panel";
import { useTexts } from "../i18n/language-context";
import { AroundList } from "./around-list";
import { KeepForm } from "./keep-form";
import { KeptList } from "./kept-list";
import { SiteView } from "./site-view";
import { useSiteOnMap } from "./use-site-on-map";

/** Neighbours looked at as one site: chosen on the map or from the list, kept under a name, merged where nothing stands against it. */
export function AssemblyPanel({ parcelIds }: { parcelIds: readonly number[] }) {
  const { t } = useTexts();
  const [ids, setIds] = useState<readonly number[]>(parcelIds);
  const [row, setRow] = useState<AssemblyRow | null>(null);
  const [isMerging, setIsMerging] = useState(false);
  const kept = useQuery({ queryKey: ["parcels", "assemblies"], queryFn: ({ signal }) => fetchAssemblies(signal) });
  const site = useQuery({ queryKey: ["parcels", "site", ids.join(",")], queryFn: () => previewSite(ids), enabled: ids.length > 0, placeholderData: (before) => before });
  const shown = ids.length > 0 ? site.data : undefined;
  const toggle = (id: number) => {
    setIsMerging(false);
    setIds((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  };
  useSiteOnMap(shown?.boundary ?? null, toggle);
  useClearOfPanel(shown?.boundary == null ? null : firstPosition(shown.boundary));
  const standing = useMemo(() => (shown?.parcels ?? []).filter(({ isStanding }) => isStanding), [shown]);
  const isChanged = row === null ? ids.join(",") !== parcelIds.join(",") && ids.length > 0 : row.parcels.join(",") !== ids.join(",");
  const mayMerge = shown !== undefined && standing.length > 1 && shown.against.length === 0;
  return (
    <DrawingFrame title={t.assembly.title} subject={row?.name} isDirty={isChanged}>
      <p className="muted">{t.assembly.hint}</p>
      <KeptList
        rows={kept.data ?? []}
        chosen={row?.id ?? null}
        onOpen={(next) => {
          setRow(next);
          setIds(next.parcels);
          setIsMerging(false);
        }}
      />
      {shown === undefined ? <p className="muted">{ids.length === 0 ? t.assembly.empty : `${t.common.loading}…`}</p> : <SiteView site={shown} onTake={toggle} />}
      {ids.length > 0 && <AroundList ids={ids} onAdd={toggle} />}
      {shown !== undefined && standing.length > 1 && (
        <div className="assembly-against">
          <strong>{shown.against.length > 0 ? t.assembly.against : t.assembly.nothingAgainst}</strong>
          {shown.against.length > 0 && <Findings findings={shown.against} isAsking={false} hasFailed={false} isWhole />}
        </div>
      )}
      {mayMerge && !isMerging && (
        <Button size="small" onClick={() => setIsMerging(true)}>
          {t.assembly.merge}
        </Button>
      )}
      {mayMerge && isMerging && (
        <LineageForm
          note={t.assembly.mergeNote}
          submitLabel={t.assembly.mergeNow}
          command="MergeParcels"
          parents={ids}
          isSendable
          send={(reason) => mergeParcels(standing.map(({ id, version }) => ({ id, version })), reason)}
        />
      )}
      {ids.length > 0 && !isMerging && (
        <KeepForm
          key={row?.id ?? 0}
          row={row}
          parcels={ids}
          onKept={(next) => {
            setRow(next);
            void kept.refetch();
          }}
          onDeleted={() => {
            setRow(null);
            setIds([]);
            void kept.refetch();
          }}
        />
      )}
    </DrawingFrame>
  );
}
