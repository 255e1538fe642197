/** Signs a request with the key of the phone it is sent from; nothing where there is none. */
export interface Signer {
  proof(method: string, url: string): Promise<string | undefined>;
  /** The server's time, when this phone's is too far from it. */
  learn(serverNow: string): void;
}

let signer: Signer | undefined;

export function signWith(one: Signer): void {
  signer = one;
}

/** `fetch` with the proof that a session of an enrolled phone asks for (RFC 9449). */
export async function signedFetch(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, await signed(path, init));
  if (!signer || response.status !== 401) return response;
  const refusal = await response
    .clone()
    .json()
    .catch(() => ({}));
  if (!String(refusal.type).endsWith('/access/proof-out-of-time')) return response;
  signer.learn(refusal.now);
  return fetch(path, await signed(path, init));
}

async function signed(path: string, init: RequestInit): Promise<RequestInit> {
  const url = new URL(path, location.origin);
  const proof = await signer?.proof(init.method ?? 'GET', url.origin + url.pathname);
  if (!proof) return init;
  const headers = new Headers(init.headers);
  headers.set('DPoP', proof);
  return { ...init, headers };
}
