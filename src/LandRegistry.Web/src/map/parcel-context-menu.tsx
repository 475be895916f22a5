import { DownOutlined, RightOutlined } from "@ant-design/icons";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useAsOf, useParcel } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { openDialog } from "../parcels/parcel-dialogs";
import { MoveRule } from "../parcels/move-rule";
import { isStatus } from "../parcels/status";
import { StatusTag } from "../parcels/status-swatch";
import { cameraFor, requestCamera } from "./camera-requests";
import { menuPlace, type ScreenBox } from "./menu-place";
import { useMay } from "../people/rights";

export interface MenuTarget {
  id: number;
  /** CSS pixels of the window. */
  x: number;
  y: number;
  /** The parcel on the screen. */
  box: ScreenBox;
}

const WIDTH = 312;
const TALLEST = 480;

/** What can be done with the parcel under the pointer; what cannot be done says why. */
export function ParcelContextMenu({ target, onClose }: { target: MenuTarget; onClose: () => void }) {
  const { t } = useTexts();
  const menu = useRef<HTMLDivElement>(null);
  const asOf = useAsOf();
  const may = useMay();
  const [showsRefused, setShowsRefused] = useState(false);
  const parcel = useParcel(target.id).data?.body;
  useMenuKeys(menu, onClose, parcel !== undefined);
  const height = useHeight(menu, `${parcel?.version}/${showsRefused}`);
  const place = { ...menuPlace(target, target.box, { width: WIDTH, height }, { width: innerWidth, height: innerHeight }), width: WIDTH, maxHeight: TALLEST };
  const act = (action: () => void) => {
    onClose();
    action();
  };
  // What was is only looked at.
  const moves = asOf === null ? (parcel?.moves ?? []) : [];
  const refused = moves.filter((move) => !move.allowed);
  // Outside the map's box: what lies over a canvas must not be cut or covered by what lies beside it.
  return createPortal(
    <div ref={menu} className="context-menu" role="menu" aria-label={t.menu.label} style={place}>
      {parcel === undefined ? (
        <p className="context-menu__note muted">{t.common.loading}…</p>
      ) : (
        <>
          <p className="context-menu__title">
            <span>{parcel.name ?? parcel.code ?? t.card.noName}</span>
            <StatusTag status={parcel.status} onHold={parcel.onHold} />
          </p>
          <button type="button" role="menuitem" onClick={() => act(() => requestCamera(cameraFor(parcel)))}>
            {t.menu.zoomTo}
          </button>
          {asOf === null && may("mark") && (
            <button type="button" role="menuitem" onClick={() => act(() => openDialog({ kind: parcel.onHold ? "release" : "hold", parcelId: parcel.id }))}>
              {parcel.onHold ? t.card.release : `${t.card.hold}…`}
            </button>
          )}
          {asOf === null && may("mark") && <p className="context-menu__head">{t.menu.markAs}</p>}
          {may("mark") && moves.filter((move) => move.allowed && isStatus(move.to)).map((move) => (
            <button key={move.to} type="button" role="menuitem" onClick={() => act(() => openDialog({ kind: "status", parcelId: parcel.id, to: move.to }))}>
              <StatusTag status={move.to} />
            </button>
          ))}
          {may("mark") && refused.length > 0 && (
            <button type="button" role="menuitem" className="context-menu__fold" aria-expanded={showsRefused} onClick={() => setShowsRefused(!showsRefused)}>
              {showsRefused ? <DownOutlined /> : <RightOutlined />}
              {t.mark.refused(refused.length)}
            </button>
          )}
          {showsRefused && refused.map((move) => (
            <div key={move.to} role="menuitem" aria-disabled="true" className="context-menu__refused">
              <StatusTag status={move.to} />
              <MoveRule move={move} />
            </div>
          ))}
        </>
      )}
    </div>,
    document.body,
  );
}

/** The menu's height as filled, for its place on the screen. */
function useHeight(menu: React.RefObject<HTMLDivElement | null>, content: string): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => setHeight(menu.current?.offsetHeight ?? 0), [menu, content]);
  return height;
}

/** Arrow keys walk, Escape and a click elsewhere close, and the focus returns to where it was. */
function useMenuKeys(menu: React.RefObject<HTMLDivElement | null>, onClose: () => void, isFilled: boolean): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (isFilled) menu.current?.querySelector<HTMLElement>("button")?.focus();
  }, [menu, isFilled]);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") close.current();
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      const items = [...(menu.current?.querySelectorAll<HTMLElement>("button") ?? [])];
      const at = items.indexOf(document.activeElement as HTMLElement);
      items[(at + step + items.length) % items.length]?.focus();
    };
    const onPress = (event: PointerEvent) => {
      if (!menu.current?.contains(event.target as Node)) close.current();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
      before?.focus({ preventScroll: true });
    };
  }, [menu]);
}
