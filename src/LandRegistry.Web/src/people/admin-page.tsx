import { Segmented } from "antd";
import { useMe } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { OfficeHead } from "../pages/office-head";
import { choose, useView } from "../view/view-store";
import { AuditPane } from "./audit-pane";
import { PeoplePane } from "./people-pane";
import { PublicationPane } from "./publication-pane";
import { SystemPane } from "../system/system-pane";

const PANES = { people: "manage_people", audit: "read_audit", publication: "publish", system: "run_server" } as const;
type Pane = keyof typeof PANES;

/** People and their rights, the audit trail, the public view, the server and its backups: each for whoever may. */
export default function AdminPage() {
  const { t } = useTexts();
  const actions = useMe().data?.actions ?? [];
  const { particulars } = useView();
  const panes = (Object.keys(PANES) as Pane[]).filter((pane) => actions.includes(PANES[pane]));
  const pane = panes.find((one) => one === particulars.section) ?? panes[0];
  return (
    <>
      <OfficeHead page="admin">
        <Segmented<Pane>
          aria-label={t.pages.admin}
          {...(pane === undefined ? {} : { value: pane })}
          options={panes.map((one) => ({ value: one, label: t.people.panes[one] }))}
          onChange={(section) => choose({ section })}
        />
      </OfficeHead>
      <div className="office-body">
        {pane === "people" && <PeoplePane />}
        {pane === "audit" && <AuditPane />}
        {pane === "publication" && <PublicationPane />}
        {pane === "system" && <SystemPane />}
      </div>
    </>
  );
}
