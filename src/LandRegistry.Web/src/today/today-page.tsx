import { OfficeHead } from "../pages/office-head";

export default function TodayPage() {
  return <OfficeHead page="today" />;
}
