import { DeleteOutlined, EditOutlined, LinkOutlined, SaveOutlined, ShareAltOutlined, StarOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Popconfirm, Popover } from "antd";
import { useEffect, useState } from "react";
import { ProblemError } from "../api/problem";
import { addView, changeSavedView, deleteView, fetchView, useSavedViews, VIEWS_KEY, type SavedView } from "../api/views";
import { useTexts } from "../i18n/language-context";
import { IconButton } from "../ui/icon-button";
import { problemTitle } from "../ui/problem-alert";
import { addressOf, changeView, currentView, useView } from "../view/view-store";
import { parseView } from "../view/view-url";
import { addressOfView, asksForView, isAsSaved } from "./view-address";

/** The views one has saved and those that others share: open, save, rename, share, delete. */
export function SavedViews() {
  const { t } = useTexts();
  const view = useView();
  const [isOpen, setIsOpen] = useState(false);
  const saved = useSavedViews().data ?? [];
  const shown = saved.find(({ id }) => id === view.savedView);
  useViewOfLink();
  const name = shown === undefined ? t.views.title : isAsSaved(view, shown.address) ? shown.name : t.views.changed(shown.name);
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen} trigger="click" placement="bottomLeft" title={t.views.title} content={<ViewList saved={saved} shown={shown} onOpened={() => setIsOpen(false)} />}>
      <button type="button" className="views-button" aria-expanded={isOpen}>
        <StarOutlined aria-hidden />
        <span>{name}</span>
      </button>
    </Popover>
  );
}

/** A link that names a view and nothing else opens it. */
function useViewOfLink(): void {
  const { message } = App.useApp();
  const texts = useTexts();
  const view = useView();
  const wanted = asksForView(view) ? view.savedView : null;
  useEffect(() => {
    if (wanted === null) return;
    fetchView(wanted).then(
      (found) => open(found, "replace"),
      (error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        message.warning(error.problem.status === 404 ? texts.t.views.notFound : problemTitle(error.problem, texts));
        changeView({ savedView: null }, "replace");
      },
    );
    // Asked once for each view that a link names.
  }, [wanted]);
}

function open({ id, address }: SavedView, step: "push" | "replace" = "push"): void {
  const { language, selected, tab } = currentView();
  changeView({ ...parseView(address), language, selected, tab, savedView: id }, step);
}

function ViewList({ saved, shown, onOpened }: { saved: readonly SavedView[]; shown: SavedView | undefined; onOpened: () => void }) {
  const { t } = useTexts();
  const [name, setName] = useState("");
  const act = useViewActions();
  const save = async () => {
    const added = await act(() => addView({ name: name.trim(), address: addressOfView(currentView()), isShared: false }), t.views.saved);
    if (added === null) return;
    changeView({ savedView: added.id }, "replace");
    setName("");
  };
  return (
    <div className="views">
      {saved.length === 0 && <p className="muted">{t.views.none}</p>}
      <ul>
        {saved.map((view) => (
          <ViewItem key={view.id} view={view} isShown={view.id === shown?.id} onOpen={() => (open(view), onOpened())} />
        ))}
      </ul>
      <form
        className="views__save"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") void save();
        }}
      >
        <Input value={name} maxLength={60} placeholder={t.views.nameHint} aria-label={t.views.nameHint} onChange={(event) => setName(event.target.value)} />
        <Button type="primary" htmlType="submit" disabled={name.trim() === ""} icon={<SaveOutlined aria-hidden />}>
          {t.views.save}
        </Button>
      </form>
    </div>
  );
}

function ViewItem({ view, isShown, onOpen }: { view: SavedView; isShown: boolean; onOpen: () => void }) {
  const { t } = useTexts();
  const { message } = App.useApp();
  const [name, setName] = useState<string | null>(null);
  const act = useViewActions();
  const now = useView();
  const rename = async () => {
    const wanted = name?.trim() ?? "";
    setName(null);
    if (wanted !== "" && wanted !== view.name) await act(() => changeSavedView(view, { name: wanted }), t.views.renamed);
  };
  const copyLink = () => void navigator.clipboard?.writeText(new URL(`/?view=${view.id}`, location.href).href).then(() => message.success(t.card.linkCopied), () => undefined);
  return (
    <li className={isShown ? "views__item is-shown" : "views__item"}>
      {name === null ? (
        <a
          href={addressOf({ ...parseView(view.address), savedView: view.id })}
          className="views__name"
          onClick={(event) => {
            event.preventDefault();
            onOpen();
          }}
        >
          <span>{view.name}</span>
          {(!view.isMine || view.isShared) && <span className="muted">{view.isMine ? t.views.shared : t.views.sharedBy(view.owner)}</span>}
        </a>
      ) : (
        <Input
          autoFocus
          size="small"
          maxLength={60}
          value={name}
          aria-label={t.views.rename}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => void rename()}
          onBlur={() => void rename()}
          onKeyDown={(event) => event.key === "Escape" && (event.stopPropagation(), setName(null))}
        />
      )}
      <span className="views__tools">
        {isSecureContext && <IconButton label={t.card.copyLink} icon={<LinkOutlined />} onClick={copyLink} />}
        {view.isMine && (
          <>
            {isShown && !isAsSaved(now, view.address) && (
              <IconButton label={t.views.saveAnew} icon={<SaveOutlined />} onClick={() => void act(() => changeSavedView(view, { address: addressOfView(currentView()) }), t.views.saved)} />
            )}
            <IconButton label={t.views.rename} icon={<EditOutlined />} onClick={() => setName(view.name)} />
            <IconButton
              label={view.isShared ? t.views.unshare : t.views.share}
              icon={<ShareAltOutlined className={view.isShared ? "is-on" : ""} />}
              onClick={() => void act(() => changeSavedView(view, { isShared: !view.isShared }), view.isShared ? t.views.unshared : t.views.nowShared)}
            />
            <Popconfirm title={t.views.deleteConfirm(view.name)} okText={t.views.delete} cancelText={t.common.cancel} onConfirm={() => act(() => deleteView(view), t.views.deleted)}>
              <span>
                <IconButton label={t.views.delete} icon={<DeleteOutlined />} onClick={() => undefined} />
              </span>
            </Popconfirm>
          </>
        )}
      </span>
    </li>
  );
}

/** Does something with a view and says how it ended; null when it did not succeed. */
function useViewActions(): <T>(action: () => Promise<T>, done: string) => Promise<T | null> {
  const client = useQueryClient();
  const { message } = App.useApp();
  const texts = useTexts();
  return async (action, done) => {
    try {
      const result = await action();
      message.success(done);
      return result;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      message.warning(error.problem.status === 412 ? texts.t.views.changedMeanwhile : problemTitle(error.problem, texts));
      return null;
    } finally {
      void client.invalidateQueries({ queryKey: VIEWS_KEY });
    }
  };
}
