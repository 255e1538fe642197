import Dexie, { type Table } from 'dexie';
import type { Operation, Photo } from '../outbox/model';

/** What was read from the server last, to be read again without a network. */
interface Kept {
  key: string;
  value: unknown;
  at: number;
}

interface Setting {
  key: string;
  value: unknown;
}

/** Everything the field app keeps on the phone. Only `outbox` and `photos` cannot be fetched again. */
class FieldDatabase extends Dexie {
  outbox!: Table<Operation, string>;
  photos!: Table<Photo, string>;
  kept!: Table<Kept, string>;
  settings!: Table<Setting, string>;

  constructor() {
    super('linli-field');
    this.version(1).stores({
      outbox: 'opId, state',
      photos: 'opId, reportOpId',
      kept: 'key',
      settings: 'key',
    });
  }
}

export const db = new FieldDatabase();

/** Settings that the service worker reads too; it has neither the page's memory nor its storage. */
export const ACTOR_ID = 'actor-id';
export const LANGUAGE = 'language';

export async function setting<T>(key: string): Promise<T | undefined> {
  return (await db.settings.get(key))?.value as T | undefined;
}

/** Keeps what was read for a person, unless they have left while it was on its way. */
export async function keepFor(actorId: string, key: string, value: unknown): Promise<void> {
  await db.transaction('rw', db.settings, db.kept, async () => {
    if ((await setting(ACTOR_ID)) === actorId) await db.kept.put({ key, value, at: Date.now() });
  });
}

export async function keepSetting(key: string, value: unknown): Promise<void> {
  await db.settings.put({ key, value });
}
