import { useQuery } from "@tanstack/react-query";
import { get, postFile, postOnVersion, putOnVersion } from "../api/http";
import type { components } from "../api/schema";

export type ContextLayer = components["schemas"]["ContextLayerShape"];

/** What a layer says of itself. */
export type LayerWords = Pick<ContextLayer, "name" | "source" | "licence" | "colour">;

export const CONTEXT_LAYERS = ["context-layers"] as const;

export function useContextLayers() {
  return useQuery({ queryKey: CONTEXT_LAYERS, queryFn: ({ signal }) => get<ContextLayer[]>("/api/context-layers", signal) });
}

/** Only what a layer says of itself goes into the address: a form may hold more, the field of its file for one. */
export function addLayer(file: Blob, { name, source, licence, colour }: LayerWords) {
  return postFile<ContextLayer>(`/api/context-layers?${new URLSearchParams({ name, source, licence, colour })}`, file);
}

export function placeLayer(layer: ContextLayer, place: number) {
  const { name, source, licence, colour } = layer;
  return putOnVersion<ContextLayer>(`/api/context-layers/${layer.id}?${new URLSearchParams({ name, source, licence, colour, place: String(place) })}`, versionOf(layer), null);
}

export function withdrawLayer(layer: ContextLayer) {
  return postOnVersion<null>(`/api/context-layers/${layer.id}/withdraw`, versionOf(layer), null);
}

function versionOf({ id, version }: ContextLayer): string {
  return `"l${id}-v${version}"`;
}
