import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ACTOR_ID, db, keepSetting } from '../../src/field/data/db';
import { flush } from '../../src/field/outbox/flush';
import type { Label, Operation } from '../../src/field/outbox/model';
import { enqueue, hurry, photosOf, tidy, withdraw } from '../../src/field/outbox/outbox';

const LABEL: Label = {
  what: 'report',
  matterCode: '12004',
  matterZh: '路灯不亮',
  matterEn: 'Street light out',
  place: '春晖路附近',
  spot: '',
  text: '',
};

/** A server that remembers operation ids, and fails in the ways a network and a server fail. */
class Server {
  readonly done = new Map<string, unknown>();
  readonly photos = new Map<string, string>();
  calls: string[] = [];
  epoch = 1;
  /** What goes wrong with the next calls, in order; null for nothing. */
  trouble: (null | 'before' | 'after' | number)[] = [];
  refuse = new Map<string, number>();

  readonly fetch = vi.fn(async (path: string, init: RequestInit) => {
    this.calls.push(path);
    const trouble = this.trouble.shift() ?? null;
    if (trouble === 'before') throw new TypeError('Failed to fetch');
    if (typeof trouble === 'number') {
      return answer(trouble, { type: '/problems/x', detail: `${trouble}` });
    }
    const given = path.endsWith('/photos')
      ? this.photo(init.body as FormData)
      : this.operations(JSON.parse(init.body as string));
    if (trouble === 'after') throw new TypeError('Failed to fetch');
    return given;
  });

  private photo(form: FormData): Response {
    const opId = String(form.get('opId'));
    if (!this.photos.has(opId)) this.photos.set(opId, `photo-${this.photos.size + 1}`);
    return answer(201, { photoId: this.photos.get(opId) });
  }

  private operations(batch: { operations: { opId: string; body: { text: string } }[] }): Response {
    const results = batch.operations.map(({ opId, body }) => {
      const refused = this.refuse.get(body.text);
      if (refused) {
        return { opId, status: refused, problem: { type: '/problems/a/b', detail: '不行' } };
      }
      if (!this.done.has(opId)) this.done.set(opId, body);
      return { opId, status: 201, body: { caseNo: `C${this.done.size}`, trackingCode: 'T' } };
    });
    return answer(200, { results, epoch: this.epoch });
  }
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status });
}

let server: Server;

beforeEach(async () => {
  await Promise.all([db.outbox.clear(), db.photos.clear(), db.settings.clear()]);
  await keepSetting(ACTOR_ID, 'ann');
  server = new Server();
  vi.stubGlobal('fetch', server.fetch);
});
afterEach(() => vi.unstubAllGlobals());

function write(text: string, photos = 0, given: Partial<Parameters<typeof enqueue>[0]> = {}) {
  return enqueue({
    kind: 'report',
    actorId: 'ann',
    body: { text },
    photos: Array.from({ length: photos }, () => ({
      bytes: new Uint8Array([1, 2, 3]).buffer,
      type: 'image/jpeg',
    })),
    label: LABEL,
    ...given,
  });
}

async function stored({ opId }: Operation): Promise<Operation> {
  return (await db.outbox.get(opId))!;
}

async function flushUntilStill(): Promise<void> {
  for (let i = 0; i < 20; i++) {
    await hurry();
    await flush();
    if ((await db.outbox.where('state').equals('queued').count()) === 0) return;
  }
}

describe('the outbox', () => {
  it('delivers photos first and then the report that names them', async () => {
    const report = await write('路灯', 2);

    await flush();

    expect(server.calls).toEqual(['/api/v1/photos', '/api/v1/photos', '/api/v1/operations']);
    expect(server.done.get(report.opId)).toMatchObject({ photoIds: ['photo-1', 'photo-2'] });
    expect(await stored(report)).toMatchObject({ state: 'delivered', delivery: { caseNo: 'C1' } });
  });

  it('lets photo bytes go once the report is delivered, and not before', async () => {
    const report = await write('路灯', 1);
    expect(await photosOf(report)).toHaveLength(1);

    await flush();

    expect(await photosOf(report)).toHaveLength(0);
  });

  it('stores a report and its photos together or not at all', async () => {
    const broken = { bytes: (() => 0) as unknown as ArrayBuffer, type: 'image/jpeg' };

    await expect(write('路灯', 0, { photos: [broken] })).rejects.toThrow();

    expect(await db.outbox.count()).toBe(0);
    expect(await db.photos.count()).toBe(0);
  });

  it('keeps everything while there is no network, and waits longer each time', async () => {
    const report = await write('路灯');
    server.trouble = ['before'];

    expect(await flush()).toMatchObject({ reached: false });

    const after = await stored(report);
    expect(after).toMatchObject({ state: 'queued', attempts: 1 });
    expect(after.nextAt).toBeGreaterThan(Date.now());
    server.calls = [];
    await flush();
    expect(server.calls).toEqual([]);
  });

  it('shows what the server refuses, with its words, and sends the rest', async () => {
    server.refuse.set('坏', 422);
    const bad = await write('坏');
    const good = await write('好');

    await flush();

    expect(await stored(bad)).toMatchObject({
      state: 'returned',
      refusal: { code: 'a/b', detail: '不行' },
    });
    expect(await stored(good)).toMatchObject({ state: 'delivered' });
  });

  it('finds the one that spoils a whole batch', async () => {
    const first = await write('一');
    const second = await write('二');
    server.trouble = [400, 400, null];

    await flush();

    expect(await stored(first)).toMatchObject({ state: 'returned' });
    expect(await stored(second)).toMatchObject({ state: 'delivered' });
  });

  it('returns a report whose photo the server refuses', async () => {
    const report = await write('路灯', 1);
    server.trouble = [413];

    await flush();

    expect(await stored(report)).toMatchObject({ state: 'returned' });
    expect(server.done.size).toBe(0);
    expect(await photosOf(report)).toHaveLength(1);
  });

  it('keeps everything when the session has expired, and asks to sign in', async () => {
    const report = await write('路灯');
    server.trouble = [401];

    expect(await flush()).toMatchObject({ signInNeeded: true });

    expect(await stored(report)).toMatchObject({ state: 'queued' });
  });

  it.each([429, 500, 503])('tries again after %i', async (status) => {
    const report = await write('路灯');
    server.trouble = [status];

    await flush();
    expect(await stored(report)).toMatchObject({ state: 'queued', attempts: 1 });
    await hurry();
    await flush();

    expect(await stored(report)).toMatchObject({ state: 'delivered' });
  });

  it('does not take the page of a captive portal for an answer', async () => {
    const report = await write('路灯', 1);
    server.fetch.mockImplementation(async () => new Response('<html>', { status: 200 }));

    await flush();

    expect(await stored(report)).toMatchObject({ state: 'queued', attempts: 1 });
  });

  it('leaves what somebody else wrote on this phone for them to send', async () => {
    const theirs = await write('别人的', 0, { actorId: 'bob' });

    await flush();

    expect(server.calls).toEqual([]);
    expect(await stored(theirs)).toMatchObject({ state: 'queued' });
  });

  it('links a correction with what it corrects', async () => {
    server.refuse.set('坏', 422);
    const bad = await write('坏');
    await flush();

    const corrected = await write('好', 0, { corrects: bad.opId });
    await flush();

    expect(await stored(bad)).toMatchObject({ state: 'returned', correctedBy: corrected.opId });
    expect(await stored(corrected)).toMatchObject({ state: 'delivered', corrects: bad.opId });
  });

  it('does not send what was withdrawn', async () => {
    server.refuse.set('坏', 422);
    const bad = await write('坏');
    await flush();
    await withdraw(bad.opId);
    server.calls = [];

    await flushUntilStill();

    expect(server.calls).toEqual([]);
  });

  it('offers again what a restored server may have lost', async () => {
    const before = await write('早');
    await flush();
    server.done.clear();
    server.epoch = 2;

    await write('晚');
    await flush();
    await flush();

    expect(server.done.has(before.opId)).toBe(true);
    expect(await stored(before)).toMatchObject({ state: 'delivered', delivery: { epoch: 2 } });
  });

  it('forgets settled ones after 30 days, and never those that wait', async () => {
    const sent = await write('送达');
    await flush();
    const waiting = await write('等着');
    const later = Date.now() + 31 * 24 * 3_600_000;

    await tidy(later);

    expect(await db.outbox.get(sent.opId)).toBeUndefined();
    expect(await stored(waiting)).toMatchObject({ state: 'queued' });
  });

  it('does each thing once, however the connection breaks', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      await Promise.all([db.outbox.clear(), db.photos.clear()]);
      server = new Server();
      vi.stubGlobal('fetch', server.fetch);
      const random = randomFrom(seed);
      server.trouble = Array.from({ length: 12 }, () => troubleOf(random()));
      const written = [await write('一', 1), await write('二'), await write('三', 2)];

      await flushUntilStill();

      expect([...server.done.keys()].sort(), `seed ${seed}`).toEqual(
        written.map((it) => it.opId).sort(),
      );
      expect(server.photos.size, `seed ${seed}`).toBe(3);
    }
  });
});

function troubleOf(chance: number): null | 'before' | 'after' | number {
  if (chance < 0.3) return 'before';
  if (chance < 0.6) return 'after';
  return chance < 0.7 ? 503 : null;
}

/** Always the same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
