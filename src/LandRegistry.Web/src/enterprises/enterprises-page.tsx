import { OfficeHead } from "../pages/office-head";

export default function EnterprisesPage() {
  return <OfficeHead page="enterprises" />;
}
