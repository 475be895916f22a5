import { useQuery } from "@tanstack/react-query";
import { get, post, putOnVersion, removeOnVersion } from "./http";
import type { components } from "./schema";
import { versionTag } from "./version-tag";

export type SavedView = components["schemas"]["SavedView"];
type SavedViews = components["schemas"]["SavedViews"];
export interface ViewContent {
  name: string;
  address: string;
  isShared: boolean;
}

export const VIEWS_KEY = ["views"];

export function useSavedViews() {
  return useQuery({ queryKey: VIEWS_KEY, queryFn: async ({ signal }) => (await get<SavedViews>("/api/views", signal)).items });
}

export function fetchView(id: number): Promise<SavedView> {
  return get<SavedView>(`/api/views/${id}`);
}

export async function addView(content: ViewContent): Promise<SavedView> {
  return (await post<SavedView>("/api/views", content)).body;
}

export async function changeSavedView(view: SavedView, change: Partial<ViewContent>): Promise<SavedView> {
  const { name, address, isShared } = view;
  return (await putOnVersion<SavedView>(`/api/views/${view.id}`, versionTag(view), { name, address, isShared, ...change })).body;
}

export async function deleteView(view: SavedView): Promise<void> {
  await removeOnVersion(`/api/views/${view.id}`, versionTag(view));
}
