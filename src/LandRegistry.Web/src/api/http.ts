import { parseProblem, ProblemError, unreachableProblem } from "./problem";

/** An answer with the version it carries, where it carries one. */
export interface Answer<T> {
  body: T;
  etag: string | null;
}

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

async function send<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  const response = await reach(path, init);
  const body = await readJson(response);
  if (response.ok) return { body: body as T, etag: response.headers.get("ETag") };
  if (response.status === 401) signedOutListeners.forEach((listener) => listener());
  throw new ProblemError(parseProblem(response.status, body));
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    const headers = { Accept: "application/json, application/problem+json", ...init.headers };
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
