import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/field/outbox/model';
import { dueNow, perhapsForgotten, retryAt, verdictOf } from '../../src/field/outbox/rules';

const DAY = 24 * 3_600_000;

function operation(opId: string, given: Partial<Operation> = {}): Operation {
  return {
    opId,
    kind: 'report',
    actorId: 'ann',
    body: {},
    photos: [],
    occurredAt: '2026-11-22T08:00:00Z',
    label: {
      what: 'report',
      matterCode: null,
      matterZh: '',
      matterEn: '',
      place: '',
      spot: '',
      text: '',
    },
    state: 'queued',
    attempts: 0,
    nextAt: 0,
    ...given,
  };
}

describe('what an answer means', () => {
  it.each([
    [200, 'delivered'],
    [201, 'delivered'],
    [400, 'returned'],
    [403, 'returned'],
    [404, 'returned'],
    [409, 'returned'],
    [413, 'returned'],
    [422, 'returned'],
    [401, 'sign-in'],
    [408, 'later'],
    [425, 'later'],
    [429, 'later'],
    [302, 'later'],
    [500, 'later'],
    [503, 'later'],
  ])('%i is %s', (status, verdict) => {
    expect(verdictOf(status)).toBe(verdict);
  });
});

describe('trying again', () => {
  const wait = (attempts: number, random: number) => retryAt(1_000, attempts, () => random) - 1_000;

  it('waits twice as long each time', () => {
    expect([1, 2, 3, 4].map((attempts) => wait(attempts, 0.5))).toEqual([
      2_000, 4_000, 8_000, 16_000,
    ]);
  });

  it('never waits much more than five minutes', () => {
    expect(wait(60, 0.999)).toBeLessThan(1.5 * 5 * 60_000);
  });

  it('spreads phones over half to one and a half times the wait', () => {
    expect(wait(3, 0)).toBe(4_000);
    expect(wait(3, 0.999)).toBeGreaterThan(11_900);
  });
});

describe('whose turn it is', () => {
  it('is oldest first, and only queued ones whose time has come', () => {
    const all = [
      operation('c'),
      operation('a'),
      operation('later', { nextAt: 2_000 }),
      operation('delivered', { state: 'delivered' }),
      operation('returned', { state: 'returned' }),
      operation('withdrawn', { state: 'withdrawn' }),
    ];

    expect(dueNow(all, 'ann', 1_000).map((it) => it.opId)).toEqual(['a', 'c']);
  });

  it('never is that of somebody else on the same phone', () => {
    expect(dueNow([operation('a', { actorId: 'bob' })], 'ann', 1_000)).toEqual([]);
  });
});

describe('after the server was restored', () => {
  const now = 40 * DAY;
  const delivered = (opId: string, epoch: number | null, at: number) =>
    operation(opId, {
      state: 'delivered',
      delivery: { at, caseNo: null, trackingCode: null, epoch },
    });

  it('offers again what was delivered under another epoch in the last 30 days', () => {
    const all = [
      delivered('recent', 1, now - DAY),
      delivered('of-now', 2, now - DAY),
      delivered('long-ago', 1, now - 31 * DAY),
      delivered('unknown', null, now - DAY),
      operation('waiting'),
    ];

    expect(perhapsForgotten(all, 2, now).map((it) => it.opId)).toEqual(['recent']);
  });
});
