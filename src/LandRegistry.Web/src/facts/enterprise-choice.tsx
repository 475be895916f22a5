import { InputNumber, Select } from "antd";
import { useParcel } from "../api/queries";

interface EnterpriseChoiceProps {
  parcelId: number;
  /** Handed in by the form. */
  id?: string;
}

/** An enterprise, found by name. */
export function EnterpriseChoice({ parcelId, ...given }: EnterpriseChoiceProps) {
  const parcel = useParcel(parcelId);
  const known = parcel.data?.body.occupancies ?? [];
  if (known.length === 0) return <InputNumber {...given} />;
  return <Select {...given} options={known.map(({ enterpriseId, enterpriseName }) => ({ value: enterpriseId, label: enterpriseName }))} />;
}
