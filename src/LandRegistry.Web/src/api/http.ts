import { parseProblem, ProblemError, unreachableProblem } from "./problem";

/** An answer with the version it carries, where it carries one. */
export interface Answer<T> {
  body: T;
  etag: string | null;
}

const ACCEPT = "application/json, application/problem+json";

type Listener = () => void;
const signedOutListeners = new Set<Listener>();

/** Calls back whenever the server says that the sign-in no longer holds. */
export function onSignedOut(listener: Listener): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await send<T>(path, { signal: signal ?? null })).body;
}

export async function getWithEtag<T>(path: string, signal?: AbortSignal): Promise<Answer<T>> {
  return send<T>(path, { signal: signal ?? null });
}

/** A picture or file; null where there is none. */
export async function getBytes(path: string, signal?: AbortSignal): Promise<Blob | null> {
  const response = await reach(path, { signal: signal ?? null });
  if (response.status === 204 || response.status === 404) return null;
  if (!response.ok) throw new ProblemError(parseProblem(response.status, await readJson(response)));
  return response.blob();
}

/** Sends a command on the version that the user saw. */
export async function postOnVersion<T>(path: string, etag: string, body: unknown): Promise<Answer<T>> {
  return send<T>(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "If-Match": etag },
    body: JSON.stringify(body),
  });
}

/** Sends something new, of which there is no version yet. */
export async function post<T>(path: string, body: unknown): Promise<Answer<T>> {
  return send<T>(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

/** Writes a record anew on the version that the user saw. */
export async function putOnVersion<T>(path: string, etag: string, body: unknown): Promise<Answer<T>> {
  return send<T>(path, {
    method: "PUT",
    headers: { "Content-Type": "application/json", "If-Match": etag },
    body: JSON.stringify(body),
  });
}

/** Writes what has no versions, whatever stood there. */
export async function put<T>(path: string, body: unknown): Promise<Answer<T>> {
  return send<T>(path, { method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), keepalive: true });
}

/** Deletes a record in the version that the user saw. */
export async function removeOnVersion(path: string, etag: string): Promise<void> {
  await send<unknown>(path, { method: "DELETE", headers: { "If-Match": etag } });
}

/** Sends a file as it is. */
export async function postFile<T>(path: string, file: Blob): Promise<Answer<T>> {
  return send<T>(path, { method: "POST", headers: { "Content-Type": file.type || "application/octet-stream" }, body: file });
}

/** Writes a file in the place of what the user saw. */
export async function putFileOnVersion<T>(path: string, etag: string, file: Blob): Promise<Answer<T>> {
  return send<T>(path, { method: "PUT", headers: { "Content-Type": file.type || "application/octet-stream", "If-Match": etag }, body: file });
}

/** Sends a file as it is and tells how many of its bytes have gone out, of which `fetch` says nothing. */
export async function upload<T>(path: string, file: Blob, onSent: (bytes: number) => void, signal: AbortSignal): Promise<Answer<T>> {
  const { status, text, etag } = await new Promise<{ status: number; text: string; etag: string | null }>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("Accept", ACCEPT);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = () => resolve({ status: request.status, text: request.responseText, etag: request.getResponseHeader("ETag") });
    request.onerror = () => reject(new ProblemError(unreachableProblem()));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
  return answerOf<T>(status, parsed(text), etag);
}

async function send<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  const response = await reach(path, init);
  return answerOf<T>(response.status, await readJson(response), response.headers.get("ETag"));
}

function answerOf<T>(status: number, body: unknown, etag: string | null): Answer<T> {
  if (status >= 200 && status < 300) return { body: body as T, etag };
  if (status === 401) signedOutListeners.forEach((listener) => listener());
  throw new ProblemError(parseProblem(status, body));
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    const headers = { Accept: ACCEPT, ...init.headers };
    return await fetch(path, { ...init, headers, credentials: "same-origin" });
  } catch (error) {
    // An abort is our own doing and means "not wanted any more", not "unreachable".
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ProblemError(unreachableProblem());
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // No JSON body (204, a proxy's page): the status alone must do.
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
