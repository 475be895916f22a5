import { Modal } from "antd";
import { useParcel } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { draftOf, onCurrent } from "../unsent/send-change";
import { useUnsent } from "../unsent/use-unsent";
import { ConflictPanel } from "./conflict-panel";
import { HoldForm } from "./hold-form";
import { MarkStatusForm } from "./mark-status-form";
import { openDialog, useDialogRequest, type DialogRequest } from "./parcel-dialogs";
import { useSending } from "./use-sending";

/** The one place where dialogs about a parcel appear. */
export function DialogHost() {
  const { t } = useTexts();
  const request = useDialogRequest();
  const close = () => openDialog(null);
  const title = request === null ? "" : { status: t.mark.title, hold: t.hold.title, release: t.hold.releaseTitle, resolve: t.unsent.resolve }[request.kind];
  return (
    <Modal open={request !== null} onCancel={close} title={title} footer={null} width={640} destroyOnHidden centered mask={{ closable: false }}>
      {request !== null && <DialogBody request={request} onClose={close} />}
    </Modal>
  );
}

function DialogBody({ request, onClose }: { request: DialogRequest; onClose: () => void }) {
  if (request.kind === "resolve") return <ResolveBody unsentId={request.unsentId} onClose={onClose} />;
  return <ParcelBody request={request} onClose={onClose} />;
}

function ParcelBody({ request, onClose }: { request: Exclude<DialogRequest, { kind: "resolve" }>; onClose: () => void }) {
  const { t } = useTexts();
  const parcel = useParcel(request.parcelId);
  if (parcel.data === undefined) return <p className="muted">{parcel.isError ? t.card.failed : `${t.common.loading}…`}</p>;
  const { body, etag } = parcel.data;
  if (request.kind === "status") return <MarkStatusForm parcel={body} etag={etag} to={request.to ?? null} onClose={onClose} />;
  return <HoldForm kind={request.kind} parcel={body} etag={etag} onClose={onClose} />;
}

function ResolveBody({ unsentId, onClose }: { unsentId: string; onClose: () => void }) {
  const { t } = useTexts();
  const change = useUnsent().find(({ id }) => id === unsentId);
  const parcel = useParcel(change?.parcelId ?? null);
  const { state, isSending, send, discard } = useSending(unsentId, onClose);
  if (change === undefined) return <p className="muted">{t.unsent.empty}</p>;
  if (parcel.data === undefined) return <p className="muted">{parcel.isError ? t.card.failed : `${t.common.loading}…`}</p>;
  const current = state.step === "comparing" ? state.current : parcel.data.body;
  const draft = draftOf(change);
  return (
    <ConflictPanel
      draft={draft}
      current={current}
      problem={state.problem}
      isSending={isSending}
      onResend={() => void send(onCurrent(draft, current))}
      onDiscard={discard}
    />
  );
}
