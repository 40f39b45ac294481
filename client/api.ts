import { type Refusal, type RefusalCode, refusal } from '../shared/refusals.js';

/** The server said no, in words for the person. */
export class ApiRefused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly status: number,
    /** What is wrong with each field that was sent, by its path. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(refusal.says);
    this.name = 'ApiRefused';
  }
}

/** Something broke: on the way, or at the server, which then gave a reference to find it by. */
export class ApiBroken extends Error {
  constructor(readonly reference: string | null) {
    super(reference ? `Reference ${reference}` : 'We could not reach the server.');
    this.name = 'ApiBroken';
  }
}

let device = '';
const signedOutListeners = new Set<() => void>();

/** Names this device in every question: the server ties the key of the outbox to it. */
export function askAs(deviceId: string): void {
  device = deviceId;
}

/** Calls back when the server answers that nobody is signed in here any more. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** What the server answers when it does not do as asked. */
interface Told {
  code: RefusalCode;
  says: string;
  ref: string;
  fields: Record<string, string>;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Asks as `ask` does, but on the page's own account: it keeps nobody signed in who is not there. */
export function askByItself<T>(path: string, signal?: AbortSignal): Promise<T> {
  return send<T>('GET', path, undefined, signal, { 'x-by-itself': '1' });
}

/**
 * Asks the server, as JSON, under /api: `ask<Family>('GET', `families/${id}`)`. A file (a FormData or a Blob) goes as it is.
 * Throws ApiRefused with words to show, or ApiBroken.
 */
export function ask<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  return send<T>(method, path, body, signal);
}

async function send<T>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  more: Readonly<Record<string, string>> = {},
): Promise<T> {
  const asIs = body instanceof FormData || body instanceof Blob;
  const headers: Record<string, string> = {
    accept: 'application/json',
    'x-requested-with': 'group-supervision',
    ...more,
  };
  if (device) headers['x-device'] = device;
  if (body !== undefined && !asIs) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(`/api/${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body === undefined ? {} : { body: asIs ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiBroken(null);
  }
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  const { code, says, ref, fields } = (answer ?? {}) as Partial<Told>;
  if (response.status >= 500 || !code) throw new ApiBroken(ref ?? null);
  if (code === 'signed-out') for (const listener of signedOutListeners) listener();
  throw new ApiRefused(refusal(code, says), response.status, fields);
}

/** The words for a person of anything that was thrown while asking. */
export function wordsFor(error: unknown): string {
  if (error instanceof ApiRefused) return error.refusal.says;
  if (error instanceof ApiBroken && error.reference === null) {
    return 'We could not reach the server. Check your connection, then try again.';
  }
  const reference = error instanceof ApiBroken ? ` Reference ${error.reference}.` : '';
  return `Something went wrong on our side. Nothing you wrote is lost.${reference}`;
}
