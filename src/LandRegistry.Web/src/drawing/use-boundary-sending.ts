import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import type { MultiPolygon } from "geojson";
import { useState } from "react";
import { drawParcel, setBoundary, type NewParcel } from "../api/boundaries";
import { etagOf } from "../api/commands";
import { ProblemError, type Problem } from "../api/problem";
import { parcelKey } from "../api/queries";
import type { ParcelDetail } from "../api/types";
import { forgetOwnChange, refreshAfter, rememberOwnChange } from "../events/live-changes";
import { useTexts } from "../i18n/language-context";
import { changeView } from "../view/view-store";
import { startDrawing } from "./drawing-tasks";

/** What was entered beside the drawing; `parcel` of a new one only. */
export interface EnteredBoundary {
  reason: string;
  accept: boolean;
  parcel: NewParcel | null;
}

/** Someone else has changed the parcel: what both drew from, and what they drew. */
export interface Conflict {
  base: MultiPolygon | null;
  theirs: MultiPolygon | null;
  current: ParcelDetail;
}

/** Writes a boundary. Whatever stands in the way, the drawing stays as it is. */
export function useBoundarySending(parcel: ParcelDetail | null, etag: string | null) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTexts();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [version, setVersion] = useState(etag);
  const [isSending, setIsSending] = useState(false);

  const send = async (boundary: MultiPolygon, { reason, accept, parcel: entered }: EnteredBoundary) => {
    setIsSending(true);
    setProblem(null);
    if (parcel !== null) rememberOwnChange(parcel.id);
    try {
      const written = parcel === null ? await drawParcel(boundary, entered!, reason, accept) : await setBoundary(parcel.id, version ?? "", boundary, reason, accept);
      client.setQueryData(parcelKey(written.body.id), written);
      refreshAfter(client, [written.body.id]);
      message.success(t.drawing.saved);
      startDrawing(null);
      changeView({ selected: written.body.id });
    } catch (error) {
      if (parcel !== null) forgetOwnChange(parcel.id);
      if (!(error instanceof ProblemError)) throw error;
      const { status, current, base } = error.problem;
      if (status === 412 && current !== null && "boundary" in current) setConflict({ base: base ?? parcel?.boundary ?? null, theirs: current.boundary, current });
      else setProblem(error.problem);
    } finally {
      setIsSending(false);
    }
  };

  /** Goes on from the newer version, with whichever boundary the user chose. */
  const takeVersion = ({ current }: Conflict) => {
    setVersion(etagOf(current));
    setConflict(null);
  };

  return { problem, conflict, isSending, send, takeVersion };
}
