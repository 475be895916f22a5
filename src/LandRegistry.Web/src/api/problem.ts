import type { MultiPolygon } from "geojson";
import type { BrokenRule } from "./broken-rule";
import type { Fact, ParcelDetail } from "./types";

/** One fault of a malformed request: which field, and why. */
export interface Fault {
  field: string;
  message: string;
  messageZh: string | null;
}

/** An RFC 9457 body of the server, in both languages; `status` 0 stands for "no answer at all". */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string | null;
  titleZh: string | null;
  detailZh: string | null;
  article: string | null;
  faults: Fault[];
  traceId: string | null;
  /** The record as it now stands, sent with 412: what the change was about. */
  current: ParcelDetail | Fact | null;
  /** Every rule that a boundary breaks, with the place. */
  findings: BrokenRule[];
  /** The boundary that the user drew from, sent with 412 where a boundary was stale. */
  base: MultiPolygon | null;
}

/** Thrown for every answer that is not a success, and for no answer. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.title}`);
    this.name = "ProblemError";
  }
}

/** The server could not be reached: the network is down, or the server is. */
export function unreachableProblem(): Problem {
  return emptyProblem(0, "unreachable", "The server cannot be reached");
}

/** Reads a problem body; a body of any other kind (a proxy's page, say) still gives a usable problem. */
export function parseProblem(status: number, body: unknown): Problem {
  const problem = emptyProblem(status, `http-${status}`, `HTTP ${status}`);
  if (typeof body !== "object" || body === null) return problem;
  const record = body as Record<string, unknown>;
  return {
    ...problem,
    code: text(record["code"]) ?? problem.code,
    title: text(record["title"]) ?? problem.title,
    detail: text(record["detail"]),
    titleZh: text(record["titleZh"]),
    detailZh: text(record["detailZh"]),
    article: text(record["article"]),
    faults: faults(record["faults"]),
    traceId: text(record["traceId"]),
    current: versioned(record["current"]),
    findings: Array.isArray(record["findings"]) ? (record["findings"] as BrokenRule[]) : [],
    base: baseOf(record["base"]),
  };
}

/**
 * Whether the same request may succeed later without being changed: then what the user
 * entered is kept in the tray of unsent changes. 401 belongs here: nothing is lost by signing in again.
 */
export function isWorthKeeping(problem: Pick<Problem, "status">): boolean {
  return [0, 401, 408, 429, 502, 503, 504].includes(problem.status);
}

function emptyProblem(status: number, code: string, title: string): Problem {
  return {
    status,
    code,
    title,
    detail: null,
    titleZh: null,
    detailZh: null,
    article: null,
    faults: [],
    traceId: null,
    current: null,
    findings: [],
    base: null,
  };
}

function baseOf(value: unknown): MultiPolygon | null {
  const boundary = (value as { boundary?: unknown } | null | undefined)?.boundary;
  return typeof boundary === "object" && boundary !== null && "coordinates" in boundary ? (boundary as MultiPolygon) : null;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function faults(value: unknown): Fault[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const record = (item ?? {}) as Record<string, unknown>;
    const message = text(record["message"]);
    return message === null ? [] : [{ field: text(record["field"]) ?? "", message, messageZh: text(record["messageZh"]) }];
  });
}

function versioned(value: unknown): ParcelDetail | Fact | null {
  const isRecord = typeof value === "object" && value !== null && "id" in value && "version" in value;
  return isRecord ? (value as ParcelDetail | Fact) : null;
}
