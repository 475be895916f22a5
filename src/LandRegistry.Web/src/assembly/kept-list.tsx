import { Select } from "antd";
import type { AssemblyRow } from "../api/assemblies";
import { useTexts } from "../i18n/language-context";

interface KeptListProps {
  rows: readonly AssemblyRow[];
  chosen: number | null;
  onOpen: (row: AssemblyRow) => void;
}

/** The proposals that are kept, to be opened again. */
export function KeptList({ rows, chosen, onOpen }: KeptListProps) {
  const { t } = useTexts();
  if (rows.length === 0) return null;
  return (
    <Select
      size="small"
      showSearch
      optionFilterProp="label"
      aria-label={t.assembly.kept}
      placeholder={t.assembly.open}
      value={chosen}
      onChange={(id) => {
        const row = rows.find((one) => one.id === id);
        if (row !== undefined) onOpen(row);
      }}
      options={rows.map(({ id, name, parcels }) => ({ value: id, label: `${name} (${parcels.length})` }))}
    />
  );
}
