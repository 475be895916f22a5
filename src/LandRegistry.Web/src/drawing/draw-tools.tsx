import { RedoOutlined, UndoOutlined } from "@ant-design/icons";
import { Checkbox, Segmented } from "antd";
import type { Dispatch } from "react";
import { useTexts } from "../i18n/language-context";
import { IconButton } from "../ui/icon-button";
import type { Action, Editor, Tool } from "./editor/editor";
import type { PenSettings } from "./pen/drawing-pen";

interface DrawToolsProps {
  editor: Editor;
  act: Dispatch<Action>;
  settings: PenSettings;
  onSettings: (settings: PenSettings) => void;
  /** The tools that fit the task. */
  tools: readonly Tool[];
}

/** Which tool a click draws with, steps back and forth, and what it is caught by. */
export function DrawTools({ editor, act, settings, onSettings, tools }: DrawToolsProps) {
  const { t } = useTexts();
  return (
    <div className="draw-tools">
      <div className="draw-row">
        {tools.length > 1 && (
          <Segmented<Tool>
            size="small"
            value={editor.tool}
            onChange={(tool) => act({ do: "use", tool })}
            options={tools.map((value) => ({ value, label: t.drawing.tools[value], disabled: value !== "ring" && editor.shape.polygons.length === 0 }))}
          />
        )}
        <span className="draw-history">
          <IconButton label={t.drawing.undo} icon={<UndoOutlined />} isDisabled={editor.past.length === 0} onClick={() => act({ do: "undo" })} />
          <IconButton label={t.drawing.redo} icon={<RedoOutlined />} isDisabled={editor.future.length === 0} onClick={() => act({ do: "redo" })} />
        </span>
      </div>
      <div className="draw-row">
        <Checkbox checked={settings.snaps} onChange={({ target }) => onSettings({ ...settings, snaps: target.checked })}>
          {t.drawing.snap}
        </Checkbox>
        <Checkbox checked={settings.traces} onChange={({ target }) => onSettings({ ...settings, traces: target.checked })}>
          {t.drawing.trace}
        </Checkbox>
      </div>
      <p className="muted">{t.drawing.toolHints[editor.tool]}</p>
    </div>
  );
}
