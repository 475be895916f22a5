import { Alert, App, Button, Form, Modal } from "antd";
import type { MarkResult } from "../api/marks";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { openDialog } from "../parcels/parcel-dialogs";
import type { Selection } from "../selection/selection-store";
import { ProblemAlert } from "../ui/problem-alert";
import { MarkFields } from "./mark-fields";
import { stepOf, type Entered, type MarkAction } from "./mark-step";
import { RefusedGroups } from "./refused-groups";
import { useMarkMany, type Previewed } from "./use-mark-many";

interface MarkManyDialogProps {
  action: MarkAction;
  selection: Selection;
  count: number;
  onClose: () => void;
}

/** One step on all selected parcels: what is to be done, then what the rules say of it, then the step itself. */
export function MarkManyDialog({ action, selection, count, onClose }: MarkManyDialogProps) {
  const { t, f } = useTexts();
  const { modal } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const tellDone = useDoneNotice();
  const { previewed, problem, isBusy, preview, confirm, back } = useMarkMany((result) => {
    onClose();
    if (result.changeId !== null) tellDone(result, result.changeId);
  });
  // What was typed is not thrown away by a stray Escape.
  const leave = () => {
    const { reason, note } = form.getFieldsValue();
    if (`${reason ?? ""}${note ?? ""}`.trim() === "") return onClose();
    modal.confirm({ title: t.common.discardEntered, okText: t.common.discard, cancelText: t.common.keepEntering, focusable: { autoFocusButton: "cancel" }, onOk: onClose });
  };
  return (
    <Modal open onCancel={leave} title={t.marks.title(t.marks.actions[action], f.count(count))} footer={null} width={640} destroyOnHidden centered mask={{ closable: false }}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        hidden={previewed !== null}
        initialValues={{ reason: "", effectiveDate: today() }}
        onFinish={(entered) => void preview(stepOf(action, entered, selection))}
      >
        <MarkFields action={action} />
        {problem !== null && <ProblemAlert problem={problem} title={problem.status === 409 ? t.mark.refusedTitle : t.mark.failedTitle} />}
        <div className="dialog-actions">
          <Button onClick={leave}>{t.common.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {t.marks.preview}
          </Button>
        </div>
      </Form>
      {previewed !== null && (
        <>
          <Answer previewed={previewed} />
          {problem !== null && <ProblemAlert problem={problem} title={problem.status === 409 ? t.mark.refusedTitle : t.mark.failedTitle} />}
          <div className="dialog-actions">
            <Button onClick={back}>{t.marks.back}</Button>
            <Button onClick={leave}>{t.marks.doNothing}</Button>
            {previewed.preview.allowed > 0 && (
              <Button type="primary" loading={isBusy} onClick={() => void confirm(previewed)}>
                {previewed.preview.refused === 0 ? t.marks.confirm(f.count(previewed.preview.allowed)) : t.marks.confirmRest(f.count(previewed.preview.allowed), f.count(previewed.preview.refused))}
              </Button>
            )}
          </div>
        </>
      )}
    </Modal>
  );
}

/** What the rules say of the step. */
function Answer({ previewed: { preview, hasChanged } }: { previewed: Previewed }) {
  const { t, f } = useTexts();
  return (
    <div className="mark-answer">
      {hasChanged && <Alert type="warning" showIcon role="alert" title={t.marks.changedTitle} description={t.marks.changedBody(f.count(preview.selected))} />}
      <dl className="mark-answer__counts">
        <div>
          <dt>{t.marks.selected}</dt>
          <dd className="numeric">{f.count(preview.selected)}</dd>
        </div>
        <div>
          <dt>{t.marks.allowed}</dt>
          <dd className="numeric">{f.count(preview.allowed)}</dd>
        </div>
        <div className={preview.refused > 0 ? "is-refused" : ""}>
          <dt>{t.marks.refused}</dt>
          <dd className="numeric">{f.count(preview.refused)}</dd>
        </div>
      </dl>
      <RefusedGroups groups={preview.groups} />
    </div>
  );
}

/** Says what was done and stays long enough to be undone at a click. */
function useDoneNotice(): (result: MarkResult, changeId: number) => void {
  const { t, f } = useTexts();
  const { notification } = App.useApp();
  return (result, changeId) => {
    const key = `mark-${changeId}`;
    notification.success({
      key,
      duration: 15,
      placement: "bottomLeft",
      title: t.marks.done(f.count(result.marked)),
      ...(result.left === 0 ? {} : { description: t.marks.left(f.count(result.left)) }),
      actions: (
        <Button
          size="small"
          onClick={() => {
            notification.destroy(key);
            openDialog({ kind: "undo", parcelId: null, changeId });
          }}
        >
          {t.marks.undo}
        </Button>
      ),
    });
  };
}
