import { PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import type { FactKind, FactValues } from "../api/types";
import { useAsOf } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { openDialog } from "../parcels/parcel-dialogs";
import { groupKinds } from "./fact-groups";
import { useMay } from "../people/rights";

interface EnterButtonProps {
  parcelId: number;
  kinds: readonly FactKind[];
  label: string;
  preset?: FactValues;
  isPrimary?: boolean;
}

/** Opens the form of a kind of fact; with several kinds, a menu of them in their groups. The past is only read. */
export function EnterButton({ parcelId, kinds, label, preset, isPrimary = false }: EnterButtonProps) {
  const { t, say } = useTexts();
  const isNow = useAsOf() === null;
  const may = useMay();
  if (!isNow || kinds.length === 0 || !may("keep_facts")) return null;
  const open = (factKind: string) => openDialog({ kind: "fact", parcelId, factKind, ...(preset === undefined ? {} : { preset }) });
  const [only] = kinds;
  const button = (onClick?: () => void) => (
    <Button size="small" type={isPrimary ? "primary" : "default"} icon={<PlusOutlined />} onClick={onClick}>
      {label}
    </Button>
  );
  if (kinds.length === 1 && only !== undefined) return button(() => open(only.code));
  const items = groupKinds(kinds).map(({ group, kinds: members }) => ({
    key: group,
    type: "group" as const,
    label: t.facts.groups[group],
    children: members.map(({ code, name }) => ({ key: code, label: say(name) })),
  }));
  return (
    <Dropdown trigger={["click"]} placement="bottomRight" rootClassName="enter-menu" menu={{ items, onClick: ({ key }) => open(key) }}>
      {button()}
    </Dropdown>
  );
}
