import { language } from './language';
import { byItself } from './presence';
import { Problem, problemFrom } from './problem';
import { signedFetch } from './signedFetch';

/** Lets the person show once more that it is they; whether they did. */
type ShowFactor = (refusal: Problem) => Promise<boolean>;

let showFactor: ShowFactor = async () => false;

/** Names who asks the person when the server wants to be sure of them; the request is then repeated. */
export function onFactorNeeded(ask: ShowFactor): void {
  showFactor = ask;
}

export type Query = Record<string, string | number | boolean | null | undefined>;

/** `GET` of JSON; refusals and an unreachable server are thrown as {@link Problem}. */
export function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return call<T>('GET', path + queryString(query), { signal });
}

/** `POST` of JSON. */
export function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return call<T>('POST', path, { ...json(body), signal });
}

/** `PUT` of JSON. */
export function put<T>(path: string, body: unknown): Promise<T> {
  return call<T>('PUT', path, json(body));
}

/** `POST` of a form or a file, whose content type the browser or the caller knows. */
export function postRaw<T>(path: string, body: BodyInit, headers: HeadersInit = {}): Promise<T> {
  return call<T>('POST', path, { body, headers });
}

export function remove<T>(path: string): Promise<T> {
  return call<T>('DELETE', path, {});
}

export function queryString(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

function json(body: unknown): RequestInit {
  return { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

async function call<T>(method: string, path: string, init: RequestInit): Promise<T> {
  const response = await reach(method, path, init);
  if (!response.ok) {
    const refusal = await problemFrom(response);
    if (refusal.code === 'access/factor-needed' && (await showFactor(refusal))) {
      return call<T>(method, path, init);
    }
    throw refusal;
  }
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

/** The answer as it came, for streams and downloads; the server may still have refused. */
export async function reach(method: string, path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Accept-Language', language.value);
  // A header no other site can send: the server's guard against forged requests.
  if (method !== 'GET') headers.set('X-Linli', '1');
  // A page that asks again by itself must not keep a session open that nobody sits at.
  if (byItself()) headers.set('X-Linli-Idle', '1');
  try {
    return await signedFetch(path, { ...init, method, headers, credentials: 'same-origin' });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new Problem(0, 'unreachable', '');
  }
}
