import { reach } from '@shared/api';
import { Problem, problemFrom } from '@shared/problem';
import { OPEN_DATA } from './openDataCache';

const fresh = new Set<string>();

/**
 * Open data such as the catalogue or the cells: at once as this phone has it, and renewed in the
 * background once a visit; from the server when the phone has none yet.
 */
export async function openData<T>(path: string): Promise<T> {
  const kept = await (await openCache())?.match(path);
  if (!kept) return (await renewed(path)).json();
  if (!fresh.has(path)) void renewed(path).catch(() => undefined);
  return kept.json();
}

async function renewed(path: string): Promise<Response> {
  const response = await reach('GET', path, {});
  if (!response.ok) throw await problemFrom(response);
  fresh.add(path);
  await (await openCache())?.put(path, response.clone());
  return response;
}

/** Pages opened over plain http have no cache; they work while there is a network. */
function openCache(): Promise<Cache> | null {
  return 'caches' in globalThis ? caches.open(OPEN_DATA) : null;
}

/** Whether a failure only means that this phone has not seen the data yet. */
export function notHereYet(failure: unknown): boolean {
  return failure instanceof Problem && failure.unreachable;
}
