import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '@shared/wire';
import { clockLine, timeByUnit } from '../../src/console/features/case/clockBar';
import { OnceOnly } from '@shared/onceOnly';
import {
  below,
  inOrder,
  missingIn,
  returnedBy,
  returnedSince,
  stepBody,
  type StepDraft,
  unitsFor,
} from '../../src/console/features/case/stepForms';

const empty: StepDraft = {
  matter: '',
  condition: null,
  unit: '',
  responsible: '',
  level: '',
  units: [],
  place: '',
  meetAt: '',
  address: '',
  handledAt: '',
  point: null,
  alone: '',
  ground: '',
  until: '',
  reason: '',
  answer: '',
  note: '',
  found: null,
  into: '',
  parts: [],
  score: null,
  solved: null,
  reached: null,
  means: '',
  photos: [],
};

describe('a step', () => {
  it('tells where one is, and by when to meet, as the server reads it', () => {
    const point = { lon: 150.5, lat: 20.5 };
    expect(stepBody('arrive', 2, { ...empty, point })).toEqual({
      step: 'arrive',
      version: 2,
      ...point,
    });

    const meetAt = '2027-03-01T09:00';
    expect(stepBody('whistle', 2, { ...empty, meetAt })).toMatchObject({
      meetAt: '2027-03-01T01:00:00.000Z',
    });
  });

  it('says how the reporter was spoken to, and whether they were reached', () => {
    const spoken: StepDraft = { ...empty, means: 'phone' };
    expect(missingIn('contact', empty)).toBe('means');
    expect(missingIn('contact', spoken)).toBe('reached');
    expect(stepBody('contact', 3, { ...spoken, reached: false })).toEqual({
      step: 'contact',
      version: 3,
      means: 'phone',
      reached: false,
    });
  });

  it('is given to an office below the one that has the case', () => {
    expect(below(null)).toEqual(['community', 'grid']);
    expect(below('district')).toEqual(['street', 'community', 'grid']);
    expect(below('grid')).toEqual([]);
  });

  it('goes to another unit where the reporter was not content, or once more to that one', () => {
    const units = [{ code: 'HW' }, { code: 'SZ' }];
    const file = { rejected: [{ code: 'HW', name: '' }], assists: [], meeting: null };

    expect(unitsFor('dispatch', units, file)).toEqual([{ code: 'SZ' }]);
    expect(unitsFor('dispatch-again', units, file)).toEqual([{ code: 'HW' }]);
    expect(unitsFor('rule', units, file)).toEqual(units);
  });

  it('carries exactly its own fields', () => {
    const draft = { ...empty, unit: 'HW', note: ' 尽快 ', reason: 'left over from another form' };

    expect(stepBody('dispatch', 3, draft)).toEqual({
      step: 'dispatch',
      version: 3,
      unitCode: 'HW',
      note: '尽快',
    });
  });

  it('keeps an answer that is false', () => {
    expect(stepBody('verify', 2, { ...empty, found: false })).toMatchObject({ found: false });
    expect(missingIn('verify', { ...empty, found: false })).toBeUndefined();
  });

  it('names the first thing it lacks', () => {
    expect(missingIn('file', empty)).toBe('matter');
    expect(missingIn('file', { ...empty, matter: '11001' })).toBe('condition');
    expect(missingIn('return', { ...empty, reason: '   ' })).toBe('reason');
    expect(missingIn('close', empty)).toBeUndefined();
  });

  it('of calling back asks what was said only where somebody was reached', () => {
    expect(missingIn('call-back', empty)).toBe('reached');
    expect(missingIn('call-back', { ...empty, reached: true })).toBe('solved');
    expect(missingIn('call-back', { ...empty, reached: false })).toBeUndefined();
  });

  it('is not suggested to the unit that has just returned it', () => {
    const entry = (step: string, unitCode: string | null) => ({ step, unitCode }) as HistoryEntry;
    const returned = [entry('dispatch', 'SZ'), entry('return', null)];

    expect(returnedBy(returned)).toBe('SZ');
    expect(returnedBy([...returned, entry('dispatch', 'GS')])).toBeNull();
    expect(returnedBy([])).toBeNull();
  });

  it('of ruling names those who sent the case back since it was last reopened', () => {
    const entry = (step: string, unitCode: string | null) =>
      ({ step, unitCode, unitName: unitCode, state: unitCode ? '' : 'FILED' }) as HistoryEntry;
    const history = [
      ...[entry('dispatch', 'SZ'), entry('return', null), entry('reopen', null)],
      ...[entry('dispatch', 'HW'), entry('return', null)],
      ...[entry('dispatch', 'GS'), entry('return', null)],
      ...[entry('dispatch', 'LD'), entry('handle', 'LD'), entry('rework', 'LD')],
      ...[entry('handle', 'LD'), entry('rework', null)],
    ];

    expect(returnedSince(history).map((unit) => unit.code)).toEqual(['HW', 'GS', 'LD']);
  });

  it('of ruling charges the office by naming no unit', () => {
    const draft = { ...empty, unit: 'HW', responsible: 'office', reason: '派错了' };

    expect(missingIn('rule', { ...draft, responsible: '' })).toBe('responsible');
    expect(stepBody('rule', 9, draft)).toEqual({
      step: 'rule',
      version: 9,
      unitCode: 'HW',
      reason: '派错了',
    });
  });

  it('that asks for a hold says why and until when', () => {
    const draft = { ...empty, reason: '等开春', ground: 'season', until: '2027-03-01' };

    expect(missingIn('ask-hold', { ...draft, until: '' })).toBe('until');
    expect(stepBody('ask-hold', 4, draft)).toEqual({
      step: 'ask-hold',
      version: 4,
      reason: '等开春',
      ground: 'season',
      until: '2027-03-01',
    });
  });

  it('that leads on stands first, and one nobody knows is not offered', () => {
    expect(inOrder(['merge', 'refuse', 'file', 'teleport'])).toEqual(['file', 'merge', 'refuse']);
    expect(inOrder(['merge', 'joint-answer'])).toEqual(['joint-answer', 'merge']);
  });
});

describe('an operation id', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('stays while the write is the same and unanswered, and is another after that', async () => {
    const opIds: string[] = [];
    const answers = [() => Promise.reject(new TypeError('no network'))];
    vi.stubGlobal('fetch', (_path: string, init: RequestInit) => {
      opIds.push(JSON.parse(String(init.body)).opId);
      return (answers.shift() ?? (async () => Response.json({})))();
    });
    const once = new OnceOnly();

    await expect(once.post('/a', { step: 'close' })).rejects.toThrow();
    for (const path of ['/a', '/a', '/b']) await once.post(path, { step: 'close' });

    expect(opIds[1]).toBe(opIds[0]);
    expect(new Set(opIds).size).toBe(3);
  });

  it('is not that of the same words about something else', async () => {
    const opIds: string[] = [];
    vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
      opIds.push(JSON.parse(String(init.body)).opId);
      return Response.json({ detail: 'not now' }, { status: 409 });
    });
    const once = new OnceOnly();

    for (const path of ['/1/retry', '/2/retry']) {
      await expect(once.post(path, {})).rejects.toThrow('not now');
    }

    expect(opIds[1]).not.toBe(opIds[0]);
  });
});

describe('the clock of a case', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour)).toISOString();
  const segment = (unitCode: string | null, from: number, to: number | null) => ({
    unitCode,
    unitName: unitCode,
    state: 'DISPATCHED' as const,
    from: at(from),
    to: to === null ? null : at(to),
    chargedTo: unitCode,
    chargedToName: unitCode,
    areaName: null,
    held: false,
  });

  it('runs to the due time while it is not late', () => {
    const line = clockLine(
      { startedAt: at(0), dueAt: at(8), stoppedAt: null, segments: [segment('HW', 0, null)] },
      Date.parse(at(2)),
    );

    expect(line.due).toBe(100);
    expect(line.stretches).toMatchObject([{ left: 0, width: 25 }]);
  });

  it('runs past the due time once late', () => {
    const line = clockLine(
      { startedAt: at(0), dueAt: at(4), stoppedAt: null, segments: [segment('HW', 0, null)] },
      Date.parse(at(8)),
    );

    expect(line.due).toBe(50);
    expect(line.stretches).toMatchObject([{ left: 0, width: 100 }]);
  });

  it('adds up what a unit held at several times', () => {
    const { stretches } = clockLine(
      {
        startedAt: at(0),
        dueAt: at(12),
        stoppedAt: at(10),
        segments: [segment('HW', 0, 2), segment(null, 2, 3), segment('HW', 3, 10)],
      },
      Date.parse(at(20)),
    );

    expect(timeByUnit(stretches).map((sum) => [sum.unitCode, sum.millis / 3_600_000])).toEqual([
      ['HW', 9],
      [null, 1],
    ]);
  });

  it('counts against a unit what a ruling charged to it, and says so', () => {
    const lost = { ...segment(null, 2, 3), chargedTo: 'HW', chargedToName: 'HW' };
    const segments = [segment('HW', 0, 2), lost, segment('GS', 3, 10)];
    const { stretches } = clockLine(
      { startedAt: at(0), dueAt: at(12), stoppedAt: at(10), segments },
      Date.parse(at(20)),
    );

    const hours = (millis: number) => millis / 3_600_000;
    expect(
      timeByUnit(stretches).map((sum) => [sum.unitCode, hours(sum.millis), hours(sum.charged)]),
    ).toEqual([
      ['HW', 3, 1],
      ['GS', 7, 0],
    ]);
  });

  it('counts time on hold against nobody', () => {
    const held = { ...segment('HW', 2, 9), held: true };
    const { stretches } = clockLine(
      {
        startedAt: at(0),
        dueAt: at(12),
        stoppedAt: at(10),
        segments: [segment('HW', 0, 2), held, segment('HW', 9, 10)],
      },
      Date.parse(at(20)),
    );

    expect(stretches).toHaveLength(3);
    expect(timeByUnit(stretches).map((sum) => sum.millis / 3_600_000)).toEqual([3]);
  });

  it('has nothing to draw before it starts', () => {
    const none = { startedAt: null, dueAt: null, stoppedAt: null, segments: [] };
    expect(clockLine(none, 0)).toEqual({ stretches: [], due: null });
  });
});
