import { CloseOutlined } from "@ant-design/icons";
import { App } from "antd";
import { useEffect, useRef, type ReactNode } from "react";
import { useTexts } from "../i18n/language-context";
import { currentEngine } from "../map/map-engine";
import { IconButton } from "../ui/icon-button";
import { startDrawing } from "./drawing-tasks";

interface DrawingFrameProps {
  title: string;
  subject?: string | undefined;
  /** Whether something would be lost by leaving. */
  isDirty: boolean;
  showsCentre?: boolean;
  children: ReactNode;
}

/** The panel beside the drawing; leaving asks first where something would be lost. */
export function DrawingFrame({ title, subject, isDirty, showsCentre = false, children }: DrawingFrameProps) {
  const { t } = useTexts();
  const { modal } = App.useApp();
  const panel = useRef<HTMLElement>(null);
  // The button that began it can have the focus no more; the next Tab is to lead into the panel, and afterwards back to the map.
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    return () => currentEngine()?.getCanvas().focus({ preventScroll: true });
  }, []);
  const leave = () => {
    if (!isDirty) return startDrawing(null);
    modal.confirm({ title: t.drawing.discard, okText: t.common.discard, cancelText: t.drawing.goOn, focusable: { autoFocusButton: "cancel" }, onOk: () => startDrawing(null) });
  };
  return (
    <>
      {/* Where the keyboard puts a vertex. */}
      {showsCentre && <span className="draw-crosshair" aria-hidden="true" />}
      <section ref={panel} className="draw-panel" aria-label={title} tabIndex={-1}>
        <header className="draw-panel__head">
          <h2>{title}</h2>
          <IconButton label={t.common.close} icon={<CloseOutlined />} onClick={leave} />
        </header>
        {subject !== undefined && <p className="draw-panel__subject">{subject}</p>}
        <div className="draw-panel__body">{children}</div>
      </section>
    </>
  );
}
