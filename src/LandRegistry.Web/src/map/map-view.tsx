import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { fetchParcel, parcelKey, useParcel, useZoneOutlines, useZones } from "../api/queries";
import type { Bbox, LonLat, ParcelDetail } from "../api/types";
import { onChange, onOwnAnswer, onTilesStale } from "../events/live-changes";
import { asBox, asLonLat, unionOfBoxes } from "../geometry/bounds";
import { useTexts } from "../i18n/language-context";
import { DrawingHost } from "../drawing/drawing-host";
import { filterQuery, type Filters } from "../view/filters";
import { changeView, currentView, useView } from "../view/view-store";
import type { Camera } from "../view/view-url";
import { cameraFor, onCameraRequest } from "./camera-requests";
import { publishBounds } from "./map-bounds";
import { MapControls } from "./map-controls";
import { MapLegend } from "./map-legend";
import { MapNotice, NoGraphics } from "./map-notice";
import { ParcelContextMenu, type MenuTarget } from "./parcel-context-menu";
import { useOpeningBox } from "./opening-box";
import { ParcelMap } from "./parcel-map";
import type { ParcelHit } from "./parcel-map-events";
import { PointerReadout, type Pointer } from "./pointer-readout";
import { ScaleBar } from "./scale-bar";
import { MapTools } from "../map-tools/map-tools";
import { useMapPresence } from "../presence/use-map-presence";
import { MapSelection } from "../selection/map-selection";

/** The map with everything that lies on it. Waits for the zones, which say where to look first. */
export function MapView() {
  const zones = useZones();
  const world = useMemo(() => {
    const all = zones.data ?? [];
    // A county is mostly fields: look at the zones that hold parcels, where there are any.
    const withParcels = all.filter(({ parcelCount }) => parcelCount > 0);
    const boxes = (withParcels.length > 0 ? withParcels : all).map((zone) => asBox(zone.bbox));
    return unionOfBoxes(boxes.filter((box) => box !== null));
  }, [zones.data]);
  const opening = useOpeningBox(zones.data);
  if (zones.isPending || opening.isPending) return <div className="map-pane map-pane--waiting" aria-busy="true" />;
  return <LoadedMap world={world} opening={opening.box} />;
}

/** `opening`: where to look first, when the address does not say and something narrower than everything is asked for. */
function LoadedMap({ world, opening }: { world: Bbox | null; opening: Bbox | null }) {
  const host = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<MenuTarget | null>(null);
  const [pointer, setPointer] = useState<Pointer | null>(null);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [haveTiles, setHaveTiles] = useState(true);
  const client = useQueryClient();
  const { map, hasFailed } = useParcelMap(host, opening ?? world, {
    onMove: (next, bounds) => {
      setCamera(next);
      publishBounds(bounds);
      changeView({ camera: next }, "replace");
    },
    onPointer: (position, hit, ring) => setPointer(position === null ? null : { position, status: hit?.status ?? null, ring }),
    onPick: (hit) => changeView({ selected: hit?.id ?? null }),
    onOpen: (hit: ParcelHit) => {
      changeView({ selected: hit.id });
      void client
        .fetchQuery({ queryKey: parcelKey(hit.id, currentView().asOf), queryFn: ({ signal }) => fetchParcel(hit.id, signal, currentView().asOf) })
        .then(({ body }) => show(map, cameraFor(body), world))
        .catch(() => undefined);
    },
    onMenu: (hit, at) => setMenu({ id: hit.id, ...at }),
    onTiles: setHaveTiles,
  });
  useLateWorld(map, world);
  useMapInputs(map, world);
  useMapPresence(map);

  if (hasFailed) return <NoGraphics />;
  return (
    <div className="map-pane">
      <div className="map-host" ref={host} />
      <MapLegend />
      <MapControls onZoom={(steps) => map?.zoomBy(steps)} onShowAll={() => show(map, "all-zones", world)} />
      <div className="map-foot">
        <PointerReadout pointer={pointer} centre={camera?.centre ?? null} />
        {camera !== null && <ScaleBar camera={camera} />}
      </div>
      <DrawingHost />
      <MapTools />
      <MapSelection map={map} box={host.current} />
      <MapNotice haveTiles={haveTiles} />
      {menu !== null && <ParcelContextMenu target={menu} onClose={() => setMenu(null)} />}
    </div>
  );
}

type Events = ConstructorParameters<typeof ParcelMap>[1];

/** Makes the map once and hands it the newest handlers without making it again. */
function useParcelMap(host: React.RefObject<HTMLDivElement | null>, world: Bbox | null, events: Events) {
  const { language } = useTexts();
  const [map, setMap] = useState<ParcelMap | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const newest = useRef(events);
  useEffect(() => {
    newest.current = events;
  });

  useEffect(() => {
    if (host.current === null) return;
    const relay: Events = {
      onMove: (...given) => newest.current.onMove(...given),
      onPointer: (...given) => newest.current.onPointer(...given),
      onPick: (...given) => newest.current.onPick(...given),
      onOpen: (...given) => newest.current.onOpen(...given),
      onMenu: (...given) => newest.current.onMenu(...given),
      onTiles: (...given) => newest.current.onTiles(...given),
    };
    const view = currentView();
    try {
      const made = new ParcelMap(host.current, relay, { tiles: tilesAddress(view.filters, view.asOf), language, camera: view.camera, world });
      setMap(made);
      return () => made.remove();
    } catch {
      // The engine throws where the browser offers no WebGL at all.
      setHasFailed(true);
      return undefined;
    }
    // The map is made once; language and world reach it through its setters and camera requests.
  }, []);

  return { map, hasFailed };
}

/** A map that was made before any zone was known shows them all as soon as there are some, unless the address says where to look. */
function useLateWorld(map: ParcelMap | null, world: Bbox | null): void {
  const isBlind = useRef(world === null && currentView().camera === null && currentView().selected === null);
  useEffect(() => {
    if (map === null || world === null || !isBlind.current) return;
    isBlind.current = false;
    map.showBox(world);
  }, [map, world]);
}

/** Brings the map to a parcel that was selected elsewhere, as soon as it is known where it lies. */
function useReveal(map: ParcelMap | null, parcel: ParcelDetail | null): (id: number) => void {
  const [wanted, setWanted] = useState<number | null>(null);
  useEffect(() => {
    if (map === null || parcel === null || parcel.id !== wanted) return;
    setWanted(null);
    const to = cameraFor(parcel);
    if (to !== "all-zones") map.reveal(parcel.id, "box" in to ? to.box : [...to.centre, ...to.centre]);
  }, [map, parcel, wanted]);
  return setWanted;
}

/** Everything that flows into the map: filters, language, zones, selection, wishes for the camera, changes. */
function useMapInputs(map: ParcelMap | null, world: Bbox | null): void {
  const { t, language } = useTexts();
  const view = useView();
  const outlines = useZoneOutlines();
  const selected = useParcel(view.selected);
  const tiles = tilesAddress(view.filters, view.asOf);
  const shownTiles = useRef(tiles);

  useEffect(() => {
    if (map === null || shownTiles.current === tiles) return;
    shownTiles.current = tiles;
    map.setTiles(tiles);
  }, [map, tiles]);
  useEffect(() => map?.setLanguage(language, t.map.label), [map, language, t]);
  useEffect(() => {
    if (outlines.data) map?.setZones(outlines.data, language);
  }, [map, outlines.data, language]);
  const parcel = view.selected === null ? null : (selected.data?.body ?? null);
  useEffect(() => map?.setSelection(parcel === null ? null : outlineOf(parcel), asLonLat(parcel?.location)), [map, parcel]);
  useEffect(() => onOwnAnswer(({ location, status, hold }) => map?.showMark(asLonLat(location), status, hold !== null, language)), [map, language]);
  const reveal = useReveal(map, parcel);
  useEffect(
    () => (map === null ? undefined : onCameraRequest((request) => (typeof request === "object" && "reveal" in request ? reveal(request.reveal) : show(map, request, world)))),
    [map, world, reveal],
  );
  useEffect(() => onTilesStale(() => map?.refreshTiles()), [map]);
  useEffect(() => onChange((change, isOwn) => !isOwn && map?.flash(change.parcels)), [map]);
  useEffect(() => {
    // "Back" and "forward" move the map; its own movements find it already there.
    if (map !== null && view.camera !== null && isElsewhere(map.camera(), view.camera)) map.jumpTo(view.camera);
  }, [map, view.camera]);
}

function tilesAddress(filters: Filters, asOf: string | null): string {
  const query = filterQuery(filters, asOf).toString();
  return `${location.origin}/tiles/parcels/{z}/{x}/{y}${query === "" ? "" : `?${query}`}`;
}

function show(map: ParcelMap | null, request: ReturnType<typeof cameraFor>, world: Bbox | null): void {
  if (request === "all-zones") {
    if (world !== null) map?.showBox(world);
  } else if ("box" in request) map?.showBox(request.box);
  else map?.showPoint(request.centre);
}

function isElsewhere(now: Camera, wanted: Camera): boolean {
  const near = (a: number, b: number, tolerance: number) => Math.abs(a - b) <= tolerance;
  // The address holds two decimals of zoom and five of a degree.
  return !(near(now.zoom, wanted.zoom, 0.011) && near(now.centre[0], wanted.centre[0], 2e-5) && near(now.centre[1], wanted.centre[1], 2e-5));
}

function outlineOf(parcel: ParcelDetail): GeoJSON.Feature | null {
  if (parcel.boundary !== null) {
    return { type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates: parcel.boundary.coordinates } };
  }
  const at: LonLat | null = asLonLat(parcel.location);
  return at === null ? null : { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: at } };
}
