import { blobOf } from '@shared/phone/photo';
import { ACTOR_ID, db, keepSetting, LANGUAGE, setting } from '../data/db';
import type { Operation, Photo, Refusal } from './model';
import { dueNow, perhapsForgotten, retryAt, verdictOf } from './rules';
import { sendOperations, sendPhoto, Unreachable, type Answer, type Result } from './wire';

const LOCK = 'linli-outbox';
const BATCH = 20;

export interface Flush {
  /** Another page or the service worker is sending; it will do. */
  busy: boolean;
  reached: boolean;
  signInNeeded: boolean;
}

/** Sends what is due. Pages and the service worker exclude each other. */
export async function flush(): Promise<Flush> {
  if (!navigator.locks) return send();
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) =>
    lock ? send() : { busy: true, reached: true, signInNeeded: false },
  );
}

async function send(): Promise<Flush> {
  const actorId = await setting<string>(ACTOR_ID);
  const language = (await setting<string>(LANGUAGE)) ?? 'zh-CN';
  const done: Flush = { busy: false, reached: true, signInNeeded: false };
  if (!actorId) return done;
  const due = dueNow(await db.outbox.toArray(), actorId, Date.now());
  try {
    for (let i = 0; i < due.length; i += BATCH) {
      await sendBatch(due.slice(i, i + BATCH), language);
    }
  } catch (failure) {
    if (failure instanceof Unreachable) return { ...done, reached: false };
    if (failure instanceof SignInNeeded) return { ...done, signInNeeded: true };
    throw failure;
  }
  return done;
}

class SignInNeeded extends Error {}

async function sendBatch(operations: Operation[], language: string): Promise<void> {
  const ready: { operation: Operation; photoIds: string[] }[] = [];
  for (const operation of operations) {
    const photoIds = await photosSent(operation, language);
    if (photoIds) ready.push({ operation, photoIds });
  }
  if (ready.length > 0) await offer(ready, language);
}

/** Sends an operation's photos and gives their ids; null when the operation cannot follow now. */
async function photosSent(operation: Operation, language: string): Promise<string[] | null> {
  const ids: string[] = [];
  for (const photo of await db.photos.bulkGet(operation.photos)) {
    const id = photo && (await photoSent(operation, photo, language));
    if (!id) return null;
    ids.push(id);
  }
  return ids;
}

async function photoSent(
  operation: Operation,
  photo: Photo,
  language: string,
): Promise<string | null> {
  if (photo.photoId) return photo.photoId;
  const answer = await orLater([operation], () =>
    sendPhoto(photo.opId, blobOf(photo.data!), language),
  );
  const photoId = answer.body.photoId;
  if (verdictOf(answer.status) !== 'delivered') {
    await settle(operation, refusedWith(operation, answer));
    return null;
  }
  if (typeof photoId !== 'string') {
    // Somebody else answered, such as a hotel's sign-in page.
    await postpone(operation);
    return null;
  }
  await db.photos.update(photo.opId, { photoId });
  return photoId;
}

async function offer(
  ready: { operation: Operation; photoIds: string[] }[],
  language: string,
): Promise<void> {
  const operations = ready.map(({ operation }) => operation);
  const answer = await orLater(operations, () => sendOperations(ready, language));
  const verdict = verdictOf(answer.status);
  if (verdict === 'delivered') return settleAll(operations, answer);
  if (verdict === 'returned' && ready.length > 1) {
    // One of them spoils the whole batch: offer them one by one to find out which.
    for (const one of ready) await offer([one], language);
    return;
  }
  for (const operation of operations) await settle(operation, refusedWith(operation, answer));
}

function refusedWith(operation: Operation, answer: Answer): Result {
  return { opId: operation.opId, status: answer.status, problem: answer.body };
}

/** Makes a call; when it fails on the way, its operations wait a little longer. */
async function orLater(operations: Operation[], call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (failure) {
    for (const operation of operations) await postpone(operation);
    throw failure;
  }
}

async function settleAll(operations: Operation[], answer: Answer): Promise<void> {
  const given = (answer.body.results ?? []) as Result[];
  const results = new Map(given.map((result) => [result.opId, result]));
  const epoch = typeof answer.body.epoch === 'number' ? answer.body.epoch : null;
  for (const operation of operations) {
    const result = results.get(operation.opId);
    if (result) await settle(operation, result, epoch);
    else await postpone(operation);
  }
  if (epoch !== null) await noteEpoch(epoch);
}

async function settle(operation: Operation, result: Result, epoch?: number | null) {
  switch (verdictOf(result.status)) {
    case 'delivered':
      return deliver(operation, result, epoch ?? null);
    case 'returned':
      return db.outbox.update(operation.opId, {
        state: 'returned',
        refusal: refusalOf(result.problem),
      });
    case 'sign-in':
      throw new SignInNeeded();
    case 'later':
      return postpone(operation);
  }
}

async function deliver(operation: Operation, { body = {} }: Result, epoch: number | null) {
  await db.transaction('rw', db.outbox, db.photos, async () => {
    await db.outbox.update(operation.opId, {
      state: 'delivered',
      refusal: undefined,
      delivery: {
        at: Date.now(),
        caseNo: textOf(body.caseNo),
        trackingCode: textOf(body.trackingCode),
        epoch,
      },
    });
    await db.photos.where('reportOpId').equals(operation.opId).modify({ data: undefined });
  });
}

async function postpone(operation: Operation): Promise<void> {
  const attempts = operation.attempts + 1;
  await db.outbox.update(operation.opId, {
    attempts,
    nextAt: retryAt(Date.now(), attempts, Math.random),
  });
}

const EPOCH = 'epoch';

/** After the server was restored from a backup, offers again what it may have lost. */
async function noteEpoch(epoch: number): Promise<void> {
  const before = await setting<number>(EPOCH);
  if (before === epoch) return;
  const lost = perhapsForgotten(await db.outbox.toArray(), epoch, Date.now());
  await db.transaction('rw', db.outbox, db.settings, async () => {
    for (const { opId } of lost) await db.outbox.update(opId, { state: 'queued', nextAt: 0 });
    await keepSetting(EPOCH, epoch);
  });
}

function refusalOf(problem: Result['problem']): Refusal {
  const code = (problem?.type ?? '').replace(/^.*\/problems\//, '');
  return { code, detail: problem?.detail ?? problem?.title ?? '' };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
