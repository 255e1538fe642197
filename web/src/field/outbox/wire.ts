import { signedFetch } from '@shared/signedFetch';
import type { Operation } from './model';

/** The server could not be reached, or the connection broke: it may or may not have acted. */
export class Unreachable extends Error {}

/** What came back for one operation. */
export interface Result {
  opId: string;
  status: number;
  body?: Record<string, unknown>;
  problem?: { type?: string; detail?: string; title?: string };
}

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

const PATIENCE = 45_000;

/** Sends a photo's bytes; sent twice, the server keeps one. */
export function sendPhoto(opId: string, photo: Blob, language: string): Promise<Answer> {
  const form = new FormData();
  form.set('opId', opId);
  form.set('file', photo, 'photo.jpg');
  return call('/api/v1/photos', form, {}, language);
}

/** Offers several operations; each is judged for itself. */
export function sendOperations(
  operations: { operation: Operation; photoIds: string[] }[],
  language: string,
): Promise<Answer> {
  const body = JSON.stringify({ operations: operations.map(asSent) });
  return call('/api/v1/operations', body, { 'Content-Type': 'application/json' }, language);
}

function asSent({ operation, photoIds }: { operation: Operation; photoIds: string[] }) {
  const { opId, kind, body, occurredAt } = operation;
  return { opId, kind, occurredAt, body: photoIds.length > 0 ? { ...body, photoIds } : body };
}

async function call(
  path: string,
  body: BodyInit,
  headers: Record<string, string>,
  language: string,
): Promise<Answer> {
  // Not AbortSignal.timeout: phones of 2021 do not have it.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const response = await signedFetch(path, {
      method: 'POST',
      body,
      headers: { ...headers, 'Accept-Language': language, 'X-Linli': '1' },
      credentials: 'same-origin',
      signal: patience.signal,
    });
    return { status: response.status, body: await response.json().catch(() => ({})) };
  } catch {
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
  }
}
