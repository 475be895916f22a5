import { QuestionCircleOutlined } from "@ant-design/icons";
import { Dropdown, type MenuProps } from "antd";
import { useEffect, useState } from "react";
import { useTexts } from "../i18n/language-context";
import { schemeChoice, SCHEMES, type SchemeChoice } from "../ui/colour-scheme";
import { useRemembered } from "../ui/use-stored";
import { changeView, currentView } from "../view/view-store";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { useKey } from "./shortcuts";
import { Tour } from "./tour";
import { onTourWanted, startTour, tourState } from "./tour-state";

/** Light or dark, keys, and the tour of one minute. */
export function HelpMenu() {
  const { t } = useTexts();
  const scheme = useRemembered(schemeChoice);
  const [open, setOpen] = useState<"keys" | "tour" | null>(null);
  useKey("?", () => setOpen("keys"));
  useEffect(
    () =>
      onTourWanted(() => {
        if (currentView().page !== "map") changeView({ page: "map" });
        setOpen("tour");
      }),
    [],
  );
  const items: MenuProps["items"] = [
    { type: "group", label: t.help.scheme, children: SCHEMES.map((one) => ({ key: one, label: t.help.schemes[one] })) },
    { type: "divider" },
    { key: "keys", label: t.help.shortcuts, extra: "?" },
    { key: "tour", label: t.help.tour },
  ];
  const choose = (key: string) => {
    if (key === "tour") startTour();
    else if (key === "keys") setOpen("keys");
    else schemeChoice.choose(key as SchemeChoice);
  };
  const close = () => {
    if (open === "tour") tourState.choose("seen");
    setOpen(null);
  };
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items, selectable: true, selectedKeys: [scheme], onClick: ({ key }) => choose(key) }}>
        <button type="button" className="icon-button help-menu" aria-label={t.help.menu} aria-haspopup="menu">
          <QuestionCircleOutlined />
        </button>
      </Dropdown>
      {open === "keys" && <ShortcutsDialog onClose={close} />}
      <Tour isOpen={open === "tour"} onClose={close} />
    </>
  );
}
