/** What only the office's pages exchange with the server, beside `@shared/wire`. */
import type { CaseState } from '@shared/wire';

export const STATES: readonly CaseState[] = [
  'REPORTED',
  'ACCEPTED',
  'VERIFIED',
  'FILED',
  'DISPATCHED',
  'HANDLED',
  'CHECKED',
  'CLOSED',
  'REFUSED',
  'MERGED',
  'SPLIT',
];

/** The code of everything an installation looks after; no division has it. */
export const EVERYWHERE = '/';

/** The states in which somebody still has something to do. */
export const OPEN_STATES = STATES.slice(0, 7);

/** Nobody has anything more to do about it. */
export function isOver({ state }: { state: CaseState }): boolean {
  return !OPEN_STATES.includes(state);
}

export const SOURCES = [
  'patrol',
  'resident',
  'hotline_12345',
  'monitoring',
  'department',
  'superior',
  'import',
] as const;

export type Step =
  | 'accept'
  | 'verify'
  | 'file'
  | 'refuse'
  | 'self-handle'
  | 'dispatch'
  | 'dispatch-again'
  | 'escalate'
  | 'assign'
  | 'return'
  | 'rule'
  | 'handle'
  | 'check'
  | 'rework'
  | 'close'
  | 'rate'
  | 'reopen'
  | 'merge'
  | 'split'
  | 'take'
  | 'contact'
  | 'urge'
  | 'yellow-card'
  | 'red-card'
  | 'co-handle'
  | 'co-answer'
  | 'co-withdraw'
  | 'whistle'
  | 'arrive'
  | 'joint-answer'
  | 'correct'
  | 'unhold'
  | 'ask-extension'
  | 'ask-hold'
  | 'ask-forced-close'
  | 'appeal'
  | 'approve'
  | 'decline'
  | 'withdraw'
  | 'match'
  | 'help'
  | 'call-back';

export type Level =
  'province' | 'city' | 'district' | 'street' | 'community' | 'grid' | 'microgrid';

export interface Division {
  code: string;
  name: string;
  level: Level;
  kind: string | null;
  parentCode: string | null;
  path: string;
}

export interface Unit {
  code: string;
  name: string;
  kind: string;
  areaCode: string;
  parentCode: string | null;
}

/** How much is open in a cell, and how much of it late. */
export interface CellLoad {
  cell: string;
  open: number;
  overdue: number;
  dueSoon: number;
}

export type IndicatorUnit = 'cases' | 'ratio' | 'hours';

export interface Indicator {
  name: string;
  group: string | null;
  groupName: string | null;
  numerator: number | null;
  denominator: number | null;
  /** Null when there is nothing to divide by. */
  value: number | null;
  /** Where the rate of all lies 19 times in 20; null unless this is the rate of a sample. */
  low: number | null;
  high: number | null;
  /** How many of the numerator the grid found on patrol and closed itself. */
  selfFoundHandled: number;
  selfFoundHandledOfBase: number | null;
  asOf: string;
  /** What must be said beside it; null where nothing must. */
  note: string | null;
  /** How it is reckoned, in the reader's language. */
  definition: string;
  unit: IndicatorUnit;
  /** The list of the cases in the numerator, as a request of the API. */
  cases: string;
  /** The same for the denominator, of a rate. */
  denominatorCases: string | null;
}

export interface IndicatorDefinition {
  /** Whether members of a peer group can be compared by it. */
  comparable: boolean;
  name: string;
  labelZh: string;
  labelEn: string;
  numeratorZh: string;
  numeratorEn: string;
  denominatorZh: string | null;
  denominatorEn: string | null;
  definitionZh: string;
  definitionEn: string;
  unit: IndicatorUnit;
  version: number;
  cohortZh: string;
  cohortEn: string;
  /** The figures it must not be shown without. */
  readWith: string[];
}

/** The few figures of a role. */
export interface Board {
  role: string;
  asOf: string;
  rolledUp: boolean;
  names: string[];
  figures: Indicator[];
  groups: Indicator[];
}
