import { App, Modal } from "antd";
import { isFactCommand, type FactCommand, type ParcelCommand } from "../api/commands";
import { useFacts, useLaw } from "../api/parcel-queries";
import { useParcel } from "../api/queries";
import { FactConflict } from "../facts/fact-conflict";
import { FactForm } from "../facts/fact-form";
import { WithdrawForm } from "../facts/withdraw-form";
import { UndoForm } from "../history/undo-form";
import { useTexts, type Texts } from "../i18n/language-context";
import { EditingNote } from "../presence/editing-note";
import { useEditing } from "../presence/presence";
import { draftOf, onCurrent, onCurrentFact, type Draft } from "../unsent/send-change";
import { useUnsent } from "../unsent/use-unsent";
import { ConflictPanel } from "./conflict-panel";
import { HoldForm } from "./hold-form";
import { MarkStatusForm } from "./mark-status-form";
import { hasEntered, openDialog, useDialogRequest, type DialogRequest } from "./parcel-dialogs";
import { useSending } from "./use-sending";

/** The one place where dialogs about a parcel appear. */
export function DialogHost() {
  const { t } = useTexts();
  const request = useDialogRequest();
  const { modal } = App.useApp();
  useEditing(request !== null && "parcelId" in request ? request.parcelId : null);
  const close = () => openDialog(null);
  // Escape, the cross and "Cancel" are pressed by accident too: what was typed is not thrown away unasked.
  const leave = () => {
    if (!hasEntered()) return close();
    modal.confirm({ title: t.common.discardEntered, okText: t.common.discard, cancelText: t.common.keepEntering, focusable: { autoFocusButton: "cancel" }, onOk: close });
  };
  return (
    <Modal open={request !== null} onCancel={leave} title={request === null ? "" : titleOf(request, t)} footer={null} width={640} destroyOnHidden centered mask={{ closable: false }}>
      {request !== null && "parcelId" in request && request.parcelId !== null && <EditingNote parcelId={request.parcelId} />}
      {request !== null && <DialogBody request={request} onClose={close} onLeave={leave} />}
    </Modal>
  );
}

function titleOf(request: DialogRequest, t: Texts["t"]): string {
  switch (request.kind) {
    case "status":
      return t.mark.title;
    case "hold":
      return t.hold.title;
    case "release":
      return t.hold.releaseTitle;
    case "resolve":
      return t.unsent.resolve;
    case "fact":
      return request.factId === undefined ? t.facts.enterTitle : t.facts.correctTitle;
    case "withdraw":
      return t.facts.withdrawTitle;
    case "undo":
      return t.history.undoTitle;
  }
}

interface BodyProps {
  onClose: () => void;
  /** Closes after asking about what was typed. */
  onLeave: () => void;
}

function DialogBody({ request, onClose, onLeave }: BodyProps & { request: DialogRequest }) {
  if (request.kind === "resolve") return <ResolveBody unsentId={request.unsentId} onClose={onClose} />;
  if (request.kind === "undo") return <UndoForm parcelId={request.parcelId} changeId={request.changeId} thenShow={request.thenShow} onClose={onClose} />;
  return <ParcelBody request={request} onClose={onClose} onLeave={onLeave} />;
}

function ParcelBody({ request, onClose, onLeave }: BodyProps & { request: Exclude<DialogRequest, { kind: "resolve" | "undo" }> }) {
  const parcel = useParcel(request.parcelId);
  const law = useLaw();
  const facts = useFacts(request.kind === "fact" || request.kind === "withdraw" ? request.parcelId : null);
  if (parcel.data === undefined) return <Waiting isError={parcel.isError} />;
  const { body, etag } = parcel.data;
  if (request.kind === "status") return <MarkStatusForm parcel={body} etag={etag} to={request.to ?? null} onClose={onClose} onLeave={onLeave} />;
  if (request.kind === "hold" || request.kind === "release") return <HoldForm kind={request.kind} parcel={body} etag={etag} onClose={onClose} onLeave={onLeave} />;
  const kind = law.data?.factKinds.find(({ code }) => code === request.factKind);
  const fact = facts.data?.items.find(({ kind: code, id }) => code === request.factKind && id === request.factId);
  if (kind === undefined || (request.factId !== undefined && fact === undefined)) return <Waiting isError={law.isError || facts.isError} />;
  if (request.kind === "withdraw") return fact === undefined ? null : <WithdrawForm kind={kind} parcel={body} fact={fact} onClose={onClose} />;
  return <FactForm kind={kind} parcel={body} fact={fact ?? null} preset={request.preset ?? {}} onClose={onClose} />;
}

function Waiting({ isError }: { isError: boolean }) {
  const { t } = useTexts();
  return <p className="muted">{isError ? t.card.failed : `${t.common.loading}…`}</p>;
}

function ResolveBody({ unsentId, onClose }: { unsentId: string; onClose: () => void }) {
  const { t } = useTexts();
  const change = useUnsent().find(({ id }) => id === unsentId);
  if (change === undefined) return <p className="muted">{t.unsent.empty}</p>;
  const draft = draftOf(change);
  return isFactCommand(draft.command) ? (
    <ResolveFact draft={draft as Draft<FactCommand>} unsentId={unsentId} onClose={onClose} />
  ) : (
    <ResolveParcel draft={draft as Draft<ParcelCommand>} unsentId={unsentId} onClose={onClose} />
  );
}

function ResolveParcel({ draft, unsentId, onClose }: { draft: Draft<ParcelCommand>; unsentId: string; onClose: () => void }) {
  const parcel = useParcel(draft.parcelId);
  const { state, isSending, send, discard } = useSending<ParcelCommand>(unsentId, onClose);
  if (parcel.data === undefined) return <Waiting isError={parcel.isError} />;
  const current = state.step === "comparing" ? state.current : parcel.data.body;
  return <ConflictPanel draft={draft} current={current} problem={state.problem} isSending={isSending} onResend={(command) => void send({ ...onCurrent(draft, current), command })} onDiscard={discard} />;
}

function ResolveFact({ draft, unsentId, onClose }: { draft: Draft<FactCommand>; unsentId: string; onClose: () => void }) {
  const { command } = draft;
  const kind = useLaw().data?.factKinds.find(({ code }) => code === command.factKind);
  const facts = useFacts(draft.parcelId);
  const { state, isSending, send, discard } = useSending<FactCommand>(unsentId, onClose);
  const fact = facts.data?.items.find(({ kind: code, id }) => code === command.factKind && "factId" in command && id === command.factId);
  const current = state.step === "comparing" ? state.current : fact;
  if (kind === undefined || current === undefined) return <Waiting isError={facts.isError} />;
  return <FactConflict kind={kind} draft={draft} current={current} problem={state.problem} isSending={isSending} onResend={(command) => void send({ ...onCurrentFact(draft, current), command })} onDiscard={discard} />;
}
