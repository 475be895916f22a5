import { UserOutlined } from "@ant-design/icons";
import { Dropdown, type MenuProps } from "antd";
import { useState } from "react";
import { useMe } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { AccountDialog } from "./account-dialog";
import { signOut } from "./people-queries";

/** Who is signed in, and what they can do with their own account; the owner of a private register has none. */
export function AccountMenu() {
  const { t } = useTexts();
  const me = useMe().data;
  const [isOpen, setIsOpen] = useState(false);
  if (me === undefined) return null;
  const name = (
    <>
      <UserOutlined />
      {me.name}
    </>
  );
  if (me.isOwner) return <span className="user">{name}</span>;
  const items: MenuProps["items"] = [
    { key: "account", label: t.people.myAccount },
    { type: "divider" },
    { key: "sign-out", label: t.people.signOut },
  ];
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => (key === "account" ? setIsOpen(true) : void signOut()) }}>
        <button type="button" className="user user--button" aria-haspopup="menu" title={me.department ?? undefined}>
          {name}
        </button>
      </Dropdown>
      {isOpen && <AccountDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}
