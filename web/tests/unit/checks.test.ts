import { describe, expect, it } from 'vitest';
import { foundBody, shareOf } from '../../src/console/features/checks/checks';
import { factsOf } from '../../src/console/features/checks/facts';

const row = { group: '', groupName: '', solved: 5, checked: 6 };

describe('a share that was checked', () => {
  it('is told with its interval', () => {
    expect(shareOf({ ...row, share: 5 / 6, low: 0.4365, high: 0.9699 })).toBe(
      '83.3 % (43.6–97.0 %)',
    );
  });

  it('is a dash where nothing was checked', () => {
    expect(shareOf({ ...row, solved: 0, checked: 0, share: null, low: null, high: null })).toBe(
      '—',
    );
  });
});

describe('what was found on a visit', () => {
  it('is an open case by its number, or else what it is', () => {
    const known = { caseNo: ' 1 ', matterCode: '11001', text: '' };
    const missed = { caseNo: '', matterCode: '11001', text: '西墙根' };
    expect(foundBody([known, missed])).toEqual([
      { caseNo: '1' },
      { matterCode: '11001', text: '西墙根' },
    ]);
  });
});

describe('what is to be seen of a case that shows a sign', () => {
  it('is told in words, without what only machines read', () => {
    const facts = { visit: 'b7e0', percentOfLimit: 71, askedAt: '2020-11-20T02:30:00Z' };
    expect(factsOf({ facts })).toBe('申请于：2020-11-20 10:30、申请时已用时限（%）：71');
    expect(factsOf({ facts: { unit: 'SZ', why: 'ruled' } })).toBe(
      '单位：SZ、依据：定责认定该单位负责',
    );
  });
});
