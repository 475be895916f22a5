import { OfficeHead } from "../pages/office-head";

export default function DifferencePage() {
  return <OfficeHead page="difference" />;
}
