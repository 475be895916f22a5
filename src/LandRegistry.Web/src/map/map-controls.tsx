import { AimOutlined, BlockOutlined, EditOutlined, MinusOutlined, PlusOutlined } from "@ant-design/icons";
import { startDrawing, useDrawingTask } from "../drawing/drawing-tasks";
import { useTexts } from "../i18n/language-context";
import { IconButton } from "../ui/icon-button";
import { useView } from "../view/view-store";

export function MapControls({ onZoom, onShowAll }: { onZoom: (steps: number) => void; onShowAll: () => void }) {
  const { t } = useTexts();
  const task = useDrawingTask();
  const { asOf } = useView();
  return (
    <div className="map-controls">
      <div className="map-controls__group">
        <IconButton label={t.map.zoomIn} icon={<PlusOutlined />} onClick={() => onZoom(1)} placement="left" />
        <IconButton label={t.map.zoomOut} icon={<MinusOutlined />} onClick={() => onZoom(-1)} placement="left" />
      </div>
      <div className="map-controls__group">
        <IconButton label={t.map.showAll} icon={<AimOutlined />} onClick={onShowAll} placement="left" />
      </div>
      <div className="map-controls__group">
        <IconButton label={t.drawing.start} icon={<EditOutlined />} onClick={() => startDrawing({ kind: "draw" })} placement="left" isDisabled={task !== null || asOf !== null} />
        <IconButton label={t.assembly.title} icon={<BlockOutlined />} onClick={() => startDrawing({ kind: "assembly", parcelIds: [] })} placement="left" isDisabled={task !== null || asOf !== null} />
      </div>
    </div>
  );
}
