import { describe, expect, it } from 'vitest';
import { addDays, clockOf, dateOf, dueSoon, momentOf, spanOf, timeLeft } from '@shared/time';

const now = Date.parse('2026-11-22T10:00:00+08:00');

describe('time left', () => {
  it('is told by its two largest parts', () => {
    expect(spanOf(((2 * 24 + 4) * 60 + 31) * 60_000).parts).toEqual([
      { unit: 'days', n: 2 },
      { unit: 'hours', n: 4 },
    ]);
  });

  it('leaves out a part that is nought', () => {
    expect(spanOf(24 * 3_600_000 + 5 * 60_000).parts).toEqual([{ unit: 'days', n: 1 }]);
  });

  it('has no part under a minute', () => {
    expect(spanOf(59_999).parts).toEqual([]);
  });

  it('is late only after the due time', () => {
    expect(timeLeft('2026-11-22T10:00:00+08:00', now).late).toBe(false);
    expect(timeLeft('2026-11-22T09:59:59+08:00', now).late).toBe(true);
  });

  it('is soon within a day and never once late', () => {
    expect(dueSoon('2026-11-23T09:59:00+08:00', now)).toBe(true);
    expect(dueSoon('2026-11-23T10:00:00+08:00', now)).toBe(false);
    expect(dueSoon('2026-11-22T09:00:00+08:00', now)).toBe(false);
    expect(dueSoon(null, now)).toBe(false);
  });
});

describe('dates', () => {
  it('are those of the mainland whatever zone the machine is in', () => {
    expect(dateOf('2026-11-21T16:30:00Z')).toBe('2026-11-22');
    expect(clockOf('2026-11-21T16:30:00Z')).toBe('00:30');
  });

  it('name the year only when it is not this one', () => {
    expect(momentOf('2026-11-21T16:30:00Z', now)).toBe('11-22 00:30');
    expect(momentOf('2025-06-30T10:00:00Z', now)).toBe('2025-06-30 18:00');
  });

  it('are counted across months', () => {
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});
