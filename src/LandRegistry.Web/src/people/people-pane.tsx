import { PlusOutlined } from "@ant-design/icons";
import { Button, Tag } from "antd";
import { useState } from "react";
import { useTexts } from "../i18n/language-context";
import { OfficeTable, orUnknown } from "../ui/office-table";
import { HandedOn } from "./handed-on";
import { useChoices, usePeople, type Account, type PersonAnswer } from "./people-queries";
import { PersonDialog } from "./person-dialog";

/** Everybody who has an account; a row opens what may be changed. */
export function PeoplePane() {
  const { t, f, pick } = useTexts();
  const people = usePeople();
  const choices = useChoices().data;
  const [open, setOpen] = useState<Account | "new" | null>(null);
  const [handedOn, setHandedOn] = useState<PersonAnswer | null>(null);
  const zoneNames = new Map(choices?.zones.map((zone) => [zone.id, pick(zone.nameZh, zone.nameEn)]));
  const roleNames = new Map(choices?.roles.map((role) => [role.code, pick(role.name.zh, role.name.en)]));
  return (
    <>
      <div className="pane-bar">
        <p className="muted">{t.people.hint}</p>
        <Button type="primary" icon={<PlusOutlined />} disabled={choices === undefined} onClick={() => setOpen("new")}>
          {t.people.add}
        </Button>
      </div>
      <OfficeTable<Account>
        label={t.people.panes.people}
        rows={people.data?.items}
        isError={people.isError}
        keyOf={(row) => row.id}
        empty={t.people.none}
        onOpen={setOpen}
        columns={[
          { key: "name", title: t.people.name, width: "minmax(120px, 1fr)", cell: (row) => row.name },
          { key: "userName", title: t.people.userName, width: "minmax(110px, 0.8fr)", cell: (row) => row.userName },
          { key: "department", title: t.people.department, width: "minmax(110px, 1fr)", cell: (row) => orUnknown(row.department, t.common.unknown) },
          {
            key: "grants",
            title: t.people.grants,
            width: "minmax(220px, 2.2fr)",
            cell: (row) => row.grants.map((grant) => (
              <span key={`${grant.role}${grant.zones?.join()}`} className="grant">
                {roleNames.get(grant.role) ?? grant.role}
                <span className="muted"> · {grant.zones === null ? t.people.wholeRegister : grant.zones.map((zone) => zoneNames.get(zone) ?? zone).join(t.common.listSeparator)}</span>
              </span>
            )),
          },
          { key: "factor", title: t.people.secondFactor, width: "110px", cell: (row) => (row.hasSecondFactor ? t.people.factorOn : row.needsSecondFactor ? t.people.factorWanted : t.people.factorOff) },
          { key: "sessions", title: t.people.sessions, width: "80px", isNumber: true, cell: (row) => f.count(row.sessions) },
          {
            key: "state",
            title: t.people.state,
            width: "120px",
            cell: (row) => row.isDisabled ? <Tag>{t.people.disabled}</Tag> : row.isLocked ? <Tag color="red">{t.people.locked}</Tag> : row.mustChangePassword ? <Tag color="gold">{t.people.newPassword}</Tag> : <Tag color="green">{t.people.active}</Tag>,
          },
        ]}
      />
      {open !== null && choices !== undefined && <PersonDialog account={open === "new" ? null : open} choices={choices} onHandOn={setHandedOn} onClose={() => setOpen(null)} />}
      {handedOn !== null && <HandedOn answer={handedOn} onClose={() => setHandedOn(null)} />}
    </>
  );
}
