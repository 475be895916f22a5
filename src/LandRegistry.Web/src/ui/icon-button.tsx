import { Tooltip } from "antd";
import type { ReactElement } from "react";

interface IconButtonProps {
  label: string;
  icon: ReactElement;
  /** Absent where what lies around it opens something by the click. */
  onClick?: () => void;
  placement?: "top" | "bottom" | "left" | "right";
  isExpanded?: boolean;
  isDisabled?: boolean;
}

/** A button that shows only a sign: its name is read aloud and shown on hover. */
export function IconButton({ label, icon, onClick, placement = "top", isExpanded, isDisabled = false }: IconButtonProps) {
  return (
    <Tooltip title={label} placement={placement} mouseEnterDelay={0.4}>
      <button type="button" className="icon-button" aria-label={label} aria-expanded={isExpanded} disabled={isDisabled} onClick={onClick}>
        {icon}
      </button>
    </Tooltip>
  );
}
