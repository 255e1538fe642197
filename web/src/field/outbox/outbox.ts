import type { PhotoBytes } from '@shared/phone/photo';
import { uuidv7 } from '@shared/uuid';
import { db } from '../data/db';
import type { Label, Operation, Photo } from './model';

export interface NewOperation {
  kind: Operation['kind'];
  actorId: string;
  body: Record<string, unknown>;
  photos: PhotoBytes[];
  label: Label;
  /** The returned operation that this one corrects. */
  corrects?: string;
}

/**
 * Puts a write and its photos into the outbox, all or nothing. Once this returns, closing the app
 * or losing the network loses nothing.
 */
export async function enqueue(write: NewOperation): Promise<Operation> {
  const opId = uuidv7();
  const photos: Photo[] = write.photos.map((data) => ({
    opId: uuidv7(),
    reportOpId: opId,
    data,
  }));
  const operation: Operation = {
    opId,
    kind: write.kind,
    actorId: write.actorId,
    body: write.body,
    photos: photos.map((photo) => photo.opId),
    occurredAt: new Date().toISOString(),
    label: write.label,
    state: 'queued',
    attempts: 0,
    nextAt: 0,
    ...(write.corrects ? { corrects: write.corrects } : {}),
  };
  await db.transaction('rw', db.outbox, db.photos, async () => {
    await db.photos.bulkAdd(photos);
    await db.outbox.add(operation);
    if (write.corrects) await db.outbox.update(write.corrects, { correctedBy: opId });
  });
  return operation;
}

/** The photos of an operation that are still on this phone. */
export async function photosOf(operation: Operation): Promise<PhotoBytes[]> {
  const photos = await db.photos.bulkGet(operation.photos);
  return photos.flatMap((photo) => (photo?.data ? [photo.data] : []));
}

/** Gives up on a returned operation; it stays in the records of this phone. */
export async function withdraw(opId: string): Promise<void> {
  await db.outbox.update(opId, { state: 'withdrawn' });
}

const KEPT_FOR = 30 * 24 * 3_600_000;

/** Forgets what was settled more than 30 days ago. */
export async function tidy(now: number): Promise<void> {
  await db.transaction('rw', db.outbox, db.photos, async () => {
    const settled = await db.outbox.where('state').anyOf('delivered', 'withdrawn').toArray();
    const old = settled.filter((it) => now - Date.parse(it.occurredAt) > KEPT_FOR);
    await db.photos.bulkDelete(old.flatMap((it) => it.photos));
    await db.outbox.bulkDelete(old.map((it) => it.opId));
  });
}

/** Brings waiting operations forward, for the button that says so. */
export async function hurry(): Promise<void> {
  await db.outbox.where('state').equals('queued').modify({ nextAt: 0 });
}
