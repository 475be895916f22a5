import { OfficeHead } from "../pages/office-head";

export default function EvaluationPage() {
  return <OfficeHead page="evaluation" />;
}
