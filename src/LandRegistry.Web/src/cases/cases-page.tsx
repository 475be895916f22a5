import { OfficeHead } from "../pages/office-head";

export default function CasesPage() {
  return <OfficeHead page="cases" />;
}
