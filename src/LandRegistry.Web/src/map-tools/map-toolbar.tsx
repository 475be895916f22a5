import { CompressOutlined, ExpandOutlined, HistoryOutlined, LeftOutlined, LinkOutlined, RightOutlined } from "@ant-design/icons";
import { App } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { useKey } from "../help/shortcuts";
import { useTexts } from "../i18n/language-context";
import { IconButton } from "../ui/icon-button";
import { copyText } from "./copy-text";
import { RulerSign } from "./ruler-sign";
import { useCameraHistory } from "./use-camera-history";

export type MapTool = "time" | "measure" | "layers" | "print";

interface MapToolbarProps {
  open: MapTool | null;
  onToggle: (tool: MapTool) => void;
  /** Further tools, before those that move the view. */
  children?: ReactNode;
}

/** What can be done with the map as a whole. */
export function MapToolbar({ open, onToggle, children }: MapToolbarProps) {
  const { t } = useTexts();
  const views = useCameraHistory();
  const copyLink = useCopyLink();
  useKey("[", () => views.go(-1));
  useKey("]", () => views.go(1));
  return (
    <div className="map-toolbar" role="toolbar" aria-label={t.tools.label}>
      <IconButton label={t.tools.time} icon={<HistoryOutlined />} placement="bottom" isExpanded={open === "time"} onClick={() => onToggle("time")} />
      <IconButton label={t.tools.measure} icon={<RulerSign />} placement="bottom" isExpanded={open === "measure"} onClick={() => onToggle("measure")} />
      {children}
      <IconButton label={t.tools.copyLink} icon={<LinkOutlined />} placement="bottom" onClick={copyLink} />
      <span className="map-toolbar__gap" />
      <IconButton label={t.tools.previousView} icon={<LeftOutlined />} placement="bottom" isDisabled={!views.canGoBack} onClick={() => views.go(-1)} />
      <IconButton label={t.tools.nextView} icon={<RightOutlined />} placement="bottom" isDisabled={!views.canGoForth} onClick={() => views.go(1)} />
      <FullScreenButton />
    </div>
  );
}

function useCopyLink(): () => void {
  const { t } = useTexts();
  const { message } = App.useApp();
  return () => {
    copyText(location.href).then(
      () => void message.success(t.tools.linkCopied),
      () => void message.warning(t.tools.linkNotCopied),
    );
  };
}

/** The whole workbench on the whole screen. */
function FullScreenButton() {
  const { t } = useTexts();
  const [isFull, setIsFull] = useState(false);
  useEffect(() => {
    const note = () => setIsFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", note);
    return () => document.removeEventListener("fullscreenchange", note);
  }, []);
  if (!document.fullscreenEnabled) return null;
  const toggle = () => void (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
  return <IconButton label={isFull ? t.tools.leaveFullScreen : t.tools.fullScreen} icon={isFull ? <CompressOutlined /> : <ExpandOutlined />} placement="bottom" onClick={toggle} />;
}
