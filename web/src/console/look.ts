import { now } from './live';
import type { CaseItem, CaseState } from '@shared/wire';

/** How a case is marked in lists and on the map: never by colour alone, always by shape too. */
export type Shape = 'circle' | 'diamond' | 'square' | 'triangle' | 'octagon' | 'tick' | 'dash';
export type Tone = 'busy' | 'soon' | 'late' | 'check' | 'good' | 'idle';

export interface Look {
  shape: Shape;
  tone: Tone;
}

const OF_STATE: Record<CaseState, Look> = {
  REPORTED: { shape: 'circle', tone: 'soon' },
  ACCEPTED: { shape: 'circle', tone: 'soon' },
  VERIFIED: { shape: 'circle', tone: 'soon' },
  FILED: { shape: 'diamond', tone: 'soon' },
  DISPATCHED: { shape: 'square', tone: 'busy' },
  HANDLED: { shape: 'triangle', tone: 'check' },
  CHECKED: { shape: 'triangle', tone: 'check' },
  CLOSED: { shape: 'tick', tone: 'good' },
  REFUSED: { shape: 'dash', tone: 'idle' },
  MERGED: { shape: 'dash', tone: 'idle' },
  SPLIT: { shape: 'dash', tone: 'idle' },
};

export const OVERDUE: Look = { shape: 'octagon', tone: 'late' };

export function lookOfState(state: CaseState): Look {
  return OF_STATE[state];
}

/** The server says what is overdue; between two readings a case may also pass its due time. */
export function isOverdue(item: CaseItem): boolean {
  if (item.overdue || isLateAtOffice(item)) return true;
  const running = item.state === 'DISPATCHED' && item.dueAt !== null && item.heldUntil === null;
  return running && Date.parse(item.dueAt!) < now.value;
}

function isLateAtOffice({ officeDueAt }: CaseItem): boolean {
  return officeDueAt !== null && Date.parse(officeDueAt) < now.value;
}

export function lookOf(item: CaseItem): Look {
  return isOverdue(item) ? OVERDUE : OF_STATE[item.state];
}
