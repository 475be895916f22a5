import { Modal, Switch } from "antd";
import { Fragment } from "react";
import { useTexts } from "../i18n/language-context";
import { useRemembered } from "../ui/use-stored";
import { letterKeys, SHORTCUTS } from "./shortcuts";

/** What can be done from the keyboard. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const isOn = useRemembered(letterKeys) === "on";
  return (
    <Modal open onCancel={onClose} title={t.help.shortcuts} footer={null} width={880} centered>
      <div className="shortcuts">
        {SHORTCUTS.map(({ group, keys }) => (
          <section key={group}>
            <h3>{t.help.groups[group]}</h3>
            <dl>
              {keys.map((together, index) => (
                <Fragment key={together.join()}>
                  <dt>
                    {together.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{t.help.keys[group][index]}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
        <label className="shortcuts__switch">
          <Switch size="small" checked={isOn} onChange={(next) => letterKeys.choose(next ? "on" : "off")} />
          {t.help.letterKeys}
        </label>
      </div>
    </Modal>
  );
}
