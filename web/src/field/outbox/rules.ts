import type { Operation } from './model';

export type Verdict = 'delivered' | 'returned' | 'later' | 'sign-in';

const WORTH_REPEATING = new Set([408, 425, 429]);

/** What an answer's status means for an operation. Nothing is ever dropped. */
export function verdictOf(status: number): Verdict {
  if (status >= 200 && status < 300) return 'delivered';
  if (status === 401) return 'sign-in';
  if (status >= 400 && status < 500 && !WORTH_REPEATING.has(status)) return 'returned';
  return 'later';
}

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 5 * 60_000;

/**
 * When to try again after so many failed attempts: twice as long each time, up to five minutes,
 * and spread out so that phones coming back together do not knock together.
 */
export function retryAt(now: number, attempts: number, random: () => number): number {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1));
  return now + Math.round(wait * (0.5 + random()));
}

/** The operations of a person whose turn has come, oldest first. */
export function dueNow(operations: Operation[], actorId: string, now: number): Operation[] {
  return operations
    .filter((it) => it.state === 'queued' && it.actorId === actorId && it.nextAt <= now)
    .sort((a, b) => (a.opId < b.opId ? -1 : 1));
}

const REOFFERED_FOR = 30 * 24 * 3_600_000;

/**
 * Delivered operations that a server of another restore epoch may have lost. It keeps what it
 * already has by operation id, so offering them again does no harm.
 */
export function perhapsForgotten(operations: Operation[], epoch: number, now: number): Operation[] {
  return operations.filter(
    ({ state, delivery }) =>
      state === 'delivered' &&
      typeof delivery?.epoch === 'number' &&
      delivery.epoch !== epoch &&
      now - delivery.at <= REOFFERED_FOR,
  );
}
