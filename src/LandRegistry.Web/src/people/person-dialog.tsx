import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Form, Popconfirm, Select, TreeSelect } from "antd";
import { useTexts } from "../i18n/language-context";
import { FormDialog, TextField, textOf } from "../ui/form-dialog";
import { IconButton } from "../ui/icon-button";
import { choose } from "../view/view-store";
import { May } from "./may";
import { endSessionsOf, PEOPLE_KEYS, resetPerson, savePerson, type Account, type Choices, type PersonAnswer } from "./people-queries";

interface GrantEntry {
  role: string;
  zones?: number[];
}

interface Entered {
  userName?: string;
  name: string;
  department?: string;
  telephone?: string;
  needsSecondFactor?: boolean;
  isDisabled?: boolean;
  grants: GrantEntry[];
}

const WHOLE_ONLY = ["administrator", "auditor"];

/** Makes an account or changes one: who, what they are, and where. */
export function PersonDialog({ account, choices, onHandOn, onClose }: { account: Account | null; choices: Choices; onHandOn: (answer: PersonAnswer) => void; onClose: () => void }) {
  const { t, pick } = useTexts();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: [PEOPLE_KEYS.people] });
  const send = async (entered: Entered) => {
    const answer = await savePerson(account?.id ?? null, {
      userName: account?.userName ?? entered.userName?.trim() ?? "",
      name: entered.name.trim(),
      department: textOf(entered.department),
      telephone: textOf(entered.telephone),
      needsSecondFactor: entered.needsSecondFactor ?? false,
      isDisabled: entered.isDisabled ?? false,
      grants: entered.grants.map(({ role, zones }) => ({ role, zones: zones === undefined || zones.length === 0 || WHOLE_ONLY.includes(role) ? null : zones })),
    });
    await refresh();
    if (answer.password !== null) onHandOn(answer);
  };
  const initial: Partial<Entered> = account === null
    ? { grants: [{ role: "officer" }] }
    : {
        name: account.name,
        ...(account.department === null ? {} : { department: account.department }),
        ...(account.telephone === null ? {} : { telephone: account.telephone }),
        needsSecondFactor: account.needsSecondFactor,
        isDisabled: account.isDisabled,
        grants: account.grants.map(({ role, zones }) => (zones === null ? { role } : { role, zones: [...zones] })),
      };
  return (
    <FormDialog<Entered> title={account === null ? t.people.add : account.name} width={680} initial={initial} send={send} onClose={onClose} submitLabel={account === null ? t.people.make : t.people.save}>
      <div className="form-row">
        {account === null && <TextField name="userName" label={t.people.userName} />}
        <TextField name="name" label={t.people.name} />
      </div>
      <div className="form-row">
        <TextField name="department" label={t.people.department} required={false} />
        <TextField name="telephone" label={t.people.telephone} required={false} />
      </div>
      <Form.List name="grants">
        {(fields, { add, remove }) => (
          <fieldset className="grants">
            <legend>{t.people.grants}</legend>
            {fields.map((field) => (
              <div key={field.key} className="grants__row">
                <Form.Item name={[field.name, "role"]} rules={[{ required: true, message: t.pages.required }]}>
                  <Select aria-label={t.people.role} options={choices.roles.map((role) => ({ value: role.code, label: pick(role.name.zh, role.name.en) }))} />
                </Form.Item>
                <Form.Item noStyle shouldUpdate>
                  {({ getFieldValue }) => {
                    const isWhole = WHOLE_ONLY.includes(getFieldValue(["grants", field.name, "role"]) as string);
                    return (
                      <Form.Item name={[field.name, "zones"]}>
                        <TreeSelect
                          multiple
                          allowClear
                          treeDefaultExpandAll
                          treeNodeFilterProp="title"
                          disabled={isWhole}
                          aria-label={t.people.zones}
                          placeholder={t.people.wholeRegister}
                          treeDataSimpleMode={{ id: "id", pId: "parentId" }}
                          treeData={choices.zones.map((zone) => ({ id: zone.id, parentId: zone.parentId, value: zone.id, title: pick(zone.nameZh, zone.nameEn) }))}
                        />
                      </Form.Item>
                    );
                  }}
                </Form.Item>
                <IconButton label={t.people.removeGrant} icon={<DeleteOutlined />} onClick={() => remove(field.name)} />
              </div>
            ))}
            <Button type="dashed" size="small" icon={<PlusOutlined />} onClick={() => add({ role: "viewer" })}>
              {t.people.addGrant}
            </Button>
          </fieldset>
        )}
      </Form.List>
      <Form.Item name="needsSecondFactor" valuePropName="checked">
        <Checkbox>{t.people.demandFactor}</Checkbox>
      </Form.Item>
      {account !== null && (
        <>
          <Form.Item name="isDisabled" valuePropName="checked">
            <Checkbox>{t.people.disable}</Checkbox>
          </Form.Item>
          <div className="person-steps">
            <Popconfirm title={t.people.resetSure} okText={t.people.reset} cancelText={t.common.cancel} onConfirm={async () => { onHandOn(await resetPerson(account.id)); await refresh(); onClose(); }}>
              <Button>{t.people.reset}</Button>
            </Popconfirm>
            <May action="read_audit">
              <Button onClick={() => choose({ section: "audit", person: account.name })}>{t.people.trailOf}</Button>
            </May>
            <Button onClick={async () => { await endSessionsOf(account.id); await refresh(); onClose(); }}>{t.people.endSessions}</Button>
          </div>
        </>
      )}
    </FormDialog>
  );
}
