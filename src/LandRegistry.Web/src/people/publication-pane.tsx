import { useQueryClient } from "@tanstack/react-query";
import { Alert, Switch } from "antd";
import { useTexts } from "../i18n/language-context";
import { PEOPLE_KEYS, switchPublication, usePublication } from "./people-queries";

/** The public view's switch, and what it says to everybody. */
export function PublicationPane() {
  const { t } = useTexts();
  const client = useQueryClient();
  const isOn = usePublication().data?.isOn ?? false;
  const turn = async (next: boolean) => {
    await switchPublication(next);
    await client.invalidateQueries({ queryKey: [PEOPLE_KEYS.publication] });
  };
  return (
    <div className="publication">
      <label className="publication__switch">
        <Switch checked={isOn} onChange={(next) => void turn(next)} aria-label={t.people.publicView} />
        <strong>{isOn ? t.people.publicOn : t.people.publicOff}</strong>
      </label>
      <p>{t.people.publicSays}</p>
      {isOn && <Alert type="info" showIcon title={<>{t.people.publicAt} <a href="/public" target="_blank" rel="noreferrer">{`${location.origin}/public`}</a></>} />}
    </div>
  );
}
