import { describe, expect, it } from 'vitest';
import { addressOf, reportOf } from '../../src/field/report/compose';
import type { Draft } from '../../src/field/report/draft';
import { inGroup } from '../../src/field/cases/groups';
import { sameOrigin } from '../../src/resident/sameOrigin';
import { byMajor, search } from '../../src/shared/phone/matters';
import { codeIn } from '../../src/shared/phone/signInCode';
import type { CaseItem, Matter } from '../../src/shared/wire';

function matter(code: string, nameZh: string, nameEn = ''): Matter {
  return {
    code,
    majorCode: code.slice(0, 2),
    majorZh: `大类${code.slice(0, 2)}`,
    majorEn: null,
    nameZh,
    nameEn,
    kind: 'event',
    flow: 'case',
    selfHandle: 'Y',
    selfHandleConditionZh: null,
    firstActionZh: null,
    privacyLevel: 'none',
    leadUnitCode: null,
    conditions: [],
  };
}

describe('finding a matter', () => {
  const matters = [
    matter('13002', '非机动车乱停放', 'Untidy e-bike parking'),
    matter('17003', '电动自行车飞线充电', 'E-bike charging'),
    matter('12004', '路灯不亮', 'Street light out'),
  ];

  it('knows what people say for what the catalogue says', () => {
    expect(search(matters, '电瓶车').map(({ code }) => code)).toEqual(['13002', '17003']);
  });

  it('reads English in any case', () => {
    expect(search(matters, 'LIGHT').map(({ code }) => code)).toEqual(['12004']);
  });

  it('finds nothing for nothing', () => {
    expect(search(matters, '  ')).toEqual([]);
  });

  it('groups by major class in the order of the codes', () => {
    expect(byMajor(matters).map(({ code }) => code)).toEqual(['12', '13', '17']);
  });
});

describe('the code in what was pasted', () => {
  it.each([
    ['http://localhost:8080/sign-in?code=Ab-1_x&to=/field', 'Ab-1_x'],
    ['请点:https://x.cn/sign-in?to=%2Ffield&code=Q7%2B 谢谢', 'Q7+'],
    ['  Ab-1_x ', 'Ab-1_x'],
    ['你好', ''],
    ['', ''],
  ])('%s', (pasted, code) => {
    expect(codeIn(pasted)).toBe(code);
  });
});

describe('where a sign-in link may lead', () => {
  it.each([
    ['/field/', '/field/'],
    ['/console/cases?state=FILED#x', '/console/cases?state=FILED#x'],
    ['//evil.example', '/console'],
    ['/\\evil.example', '/console'],
    ['https://evil.example/', '/console'],
    ['javascript:alert(1)', '/console'],
    ['', '/console'],
    [null, '/console'],
  ])('%s', (path, goes) => {
    expect(sameOrigin(path, '/console')).toBe(goes);
  });
});

describe('a report of the field worker', () => {
  const draft: Draft = {
    matterCode: '12004',
    point: [123.24, 30.45],
    accuracy: 8,
    spot: ' 3 号楼东门 ',
    text: '',
    photos: [],
    corrects: null,
    refusal: '',
  };
  const names = { cell: undefined, roads: ['春晖路'] };

  it('says where in words, the worker’s own words last', () => {
    expect(addressOf(names, draft.spot)).toBe('春晖路附近，3 号楼东门');
    expect(addressOf({ ...names, roads: ['春晖路', '和风路'] }, '')).toBe('春晖路与和风路交叉口');
    expect(addressOf(null, '')).toBe('');
  });

  it('has a text even when nothing was written', () => {
    const report = reportOf(draft, matter('12004', '路灯不亮'), names, false);

    expect(report).toMatchObject({
      text: '路灯不亮，春晖路附近，3 号楼东门',
      lon: 123.24,
      source: 'patrol',
    });
    expect(report).not.toHaveProperty('selfHandle');
  });

  it('closes on the spot with what was written', () => {
    const written = { ...draft, text: '换了灯泡' };

    expect(reportOf(written, matter('12004', '路灯不亮'), names, true)).toMatchObject({
      selfHandle: { note: '换了灯泡' },
    });
  });

  it('goes without a position when there is none', () => {
    const report = reportOf({ ...draft, point: null }, matter('12004', '路灯不亮'), null, false);

    expect(report).not.toHaveProperty('lon');
  });
});

describe('groups of cases', () => {
  const item = (caseNo: string, given: Partial<CaseItem>) =>
    ({ caseNo, reportedAt: '2026-11-20T00:00:00Z', dueAt: null, ...given }) as CaseItem;
  const cases = [
    item('1', { state: 'DISPATCHED', dueAt: '2026-11-25T00:00:00Z' }),
    item('2', { state: 'CLOSED' }),
    item('3', { state: 'ACCEPTED' }),
    item('4', { state: 'DISPATCHED', dueAt: '2026-11-23T00:00:00Z' }),
    item('5', { state: 'REFUSED' }),
  ];
  const numbers = (group: Parameters<typeof inGroup>[1]) =>
    inGroup(cases, group, new Set(['2', '3'])).map(({ caseNo }) => caseNo);

  it('put what is due soonest first and what has no clock last', () => {
    expect(numbers('open')).toEqual(['4', '1', '3']);
  });

  it('tell what waits for the grid, what was mine and what is done', () => {
    expect(numbers('toVerify')).toEqual(['3']);
    expect(numbers('mine')).toEqual(['2', '3']);
    expect(numbers('done')).toEqual(['2', '5']);
  });
});
