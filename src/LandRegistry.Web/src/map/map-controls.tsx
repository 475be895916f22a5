import { AimOutlined, MinusOutlined, PlusOutlined } from "@ant-design/icons";
import { useTexts } from "../i18n/language-context";
import { IconButton } from "../ui/icon-button";

export function MapControls({ onZoom, onShowAll }: { onZoom: (steps: number) => void; onShowAll: () => void }) {
  const { t } = useTexts();
  return (
    <div className="map-controls">
      <div className="map-controls__group">
        <IconButton label={t.map.zoomIn} icon={<PlusOutlined />} onClick={() => onZoom(1)} placement="left" />
        <IconButton label={t.map.zoomOut} icon={<MinusOutlined />} onClick={() => onZoom(-1)} placement="left" />
      </div>
      <div className="map-controls__group">
        <IconButton label={t.map.showAll} icon={<AimOutlined />} onClick={onShowAll} placement="left" />
      </div>
    </div>
  );
}
