import { describe, expect, it } from 'vitest';
import { foundBody, shareOf } from '../../src/console/features/checks/checks';

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
