import type { CaseItem, CaseState } from '@shared/wire';
import { waitsForTheGrid } from '../data/cases';

const OPEN: ReadonlySet<CaseState> = new Set([
  'REPORTED',
  'ACCEPTED',
  'VERIFIED',
  'FILED',
  'DISPATCHED',
  'HANDLED',
  'CHECKED',
]);

export function isOpen(item: CaseItem): boolean {
  return OPEN.has(item.state);
}

export const GROUPS = ['toVerify', 'open', 'mine', 'done'] as const;
export type Group = (typeof GROUPS)[number];

/** The cases of a group; `mine` are those this worker reported. */
export function inGroup(cases: CaseItem[], group: Group, mine: ReadonlySet<string>): CaseItem[] {
  switch (group) {
    case 'toVerify':
      return cases.filter(waitsForTheGrid);
    case 'open':
      return cases.filter(isOpen).sort(byDue);
    case 'mine':
      return cases.filter((item) => mine.has(item.caseNo));
    case 'done':
      return cases.filter((item) => !isOpen(item));
  }
}

/** Soonest due first; what has no clock yet comes last, newest first. */
function byDue(a: CaseItem, b: CaseItem): number {
  if (a.dueAt && b.dueAt) return a.dueAt < b.dueAt ? -1 : 1;
  if (a.dueAt || b.dueAt) return a.dueAt ? -1 : 1;
  return a.reportedAt < b.reportedAt ? 1 : -1;
}

/** The colour of a state: what waits, what runs, what is done. The word always stands beside it. */
export function toneOf(state: CaseState): 'idle' | 'busy' | 'soon' | 'good' {
  if (state === 'ACCEPTED' || state === 'REPORTED') return 'soon';
  if (state === 'CLOSED') return 'good';
  return OPEN.has(state) ? 'busy' : 'idle';
}
