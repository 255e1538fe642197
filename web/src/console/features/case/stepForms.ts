import { instantAt } from '@shared/time';
import type { CaseDetail, ContactMeans, HistoryEntry } from '@shared/wire';
import type { Step } from '../../model';

export type StepField =
  | 'matter'
  | 'condition'
  | 'unit'
  | 'responsible'
  | 'level'
  | 'units'
  | 'place'
  | 'meetAt'
  | 'address'
  | 'handledAt'
  | 'point'
  | 'alone'
  | 'ground'
  | 'until'
  | 'reason'
  | 'answer'
  | 'note'
  | 'found'
  | 'into'
  | 'parts'
  | 'score'
  | 'solved'
  | 'reached'
  | 'means'
  | 'photos';

/** What each step carries, in the order in which it is asked. A `!` marks what it cannot go without. */
const CARRIED: Record<Step, string> = {
  accept: 'matter note',
  verify: 'found! note photos',
  file: 'matter! condition! note',
  refuse: 'reason!',
  'self-handle': 'matter! condition! note! photos',
  dispatch: 'unit! note',
  'dispatch-again': 'unit! reason!',
  escalate: 'reason!',
  assign: 'level! note',
  return: 'reason!',
  rule: 'unit! responsible! reason!',
  handle: 'answer! alone photos',
  'co-handle': 'units!',
  'co-answer': 'answer! photos',
  'co-withdraw': 'unit! reason!',
  whistle: 'units! place! meetAt! reason!',
  arrive: 'point note photos',
  'joint-answer': 'answer! photos',
  check: 'note photos',
  rework: 'reason! photos',
  close: 'note',
  rate: 'score! solved!',
  reopen: 'reason!',
  merge: 'into! note',
  split: 'parts! note',
  take: 'note',
  contact: 'means! reached! note',
  urge: 'note',
  'yellow-card': 'reason!',
  'red-card': 'reason!',
  correct: 'matter condition address handledAt reason!',
  unhold: 'note',
  'ask-extension': 'reason!',
  'ask-hold': 'ground! until! reason!',
  'ask-forced-close': 'reason!',
  appeal: 'reason!',
  approve: 'note',
  decline: 'reason!',
  withdraw: 'note',
  match: 'matter! condition unit note',
  help: 'matter! condition answer!',
  'call-back': 'reached! solved note',
};

export function fieldsOf(step: Step): { field: StepField; required: boolean }[] {
  return CARRIED[step].split(' ').map((word) => ({
    field: word.replace('!', '') as StepField,
    required: word.endsWith('!'),
  }));
}

export interface AskedUnit {
  unitCode: string;
  asked: string;
}

export interface Point {
  lon: number;
  lat: number;
}

/** One of the concerns that a report named; empty degrees lie where the whole does. */
export interface Part {
  text: string;
  matterCode: string;
  address?: string;
}

/** What a person has filled in so far. */
export interface StepDraft {
  matter: string;
  condition: number | null;
  unit: string;
  /** The code of a unit, or `office`: nobody but whoever dispatched it. */
  responsible: string;
  /** Which office below: `community`. */
  level: string;
  units: AskedUnit[];
  place: string;
  /** As a clock on the wall says it: 2027-03-01T09:00. */
  meetAt: string;
  /** The place in other words. */
  address: string;
  handledAt: string;
  point: Point | null;
  /** Why others that were asked are not waited for. */
  alone: string;
  ground: string;
  /** A day: 2027-03-01. */
  until: string;
  reason: string;
  answer: string;
  note: string;
  found: boolean | null;
  into: string;
  /** Empty until each has its matter and its words. */
  parts: Part[];
  score: number | null;
  solved: boolean | null;
  /** Whether who reported it, or asked for help, was reached. */
  reached: boolean | null;
  means: ContactMeans | '';
  photos: string[];
}

const NAMES: Record<StepField, string> = {
  matter: 'matterCode',
  condition: 'conditionNo',
  unit: 'unitCode',
  responsible: 'responsible',
  level: 'level',
  units: 'units',
  place: 'place',
  meetAt: 'meetAt',
  address: 'place',
  handledAt: 'handledAt',
  point: 'point',
  alone: 'reason',
  ground: 'ground',
  until: 'until',
  reason: 'reason',
  answer: 'answer',
  note: 'note',
  found: 'found',
  into: 'into',
  parts: 'parts',
  score: 'score',
  solved: 'solved',
  reached: 'reached',
  means: 'means',
  photos: 'photoIds',
};

/** Chosen where no unit is responsible; the server takes it unsaid. */
export const OFFICE = 'office';

/** The step as the server takes it: only its own fields, and of these only what was filled in. */
export function stepBody(step: Step, version: number, draft: StepDraft): Record<string, unknown> {
  const body: Record<string, unknown> = { step, version };
  for (const { field } of fieldsOf(step)) {
    const value = tidy(draft[field]);
    if (value === null || value === OFFICE) continue;
    if (field === 'point') Object.assign(body, value);
    else body[NAMES[field]] = WALL.includes(field) ? instantAt(String(value)) : value;
  }
  return body;
}

/** What is told as a clock on the wall says it. */
const WALL: StepField[] = ['meetAt', 'handledAt'];

/** The first field that still lacks an answer. */
export function missingIn(step: Step, draft: StepDraft): StepField | undefined {
  const wanted = fieldsOf(step).filter(
    ({ field, required }) => required || (field === 'solved' && draft.reached === true),
  );
  return wanted.find(({ field }) => tidy(draft[field]) === null)?.field;
}

function tidy(value: StepDraft[StepField]): unknown {
  const trimmed = typeof value === 'string' ? value.trim() : value;
  return trimmed === '' || (Array.isArray(trimmed) && trimmed.length === 0) ? null : trimmed;
}

type Whose = Pick<CaseDetail, 'rejected' | 'assists' | 'meeting'>;

/** The units a step may name: those the reporter was not content with get a case only once more. */
export function unitsFor<U extends { code: string }>(step: Step, units: U[], file: Whose): U[] {
  const asked = file.assists.filter((assist) => assist.answer === null);
  if (step === 'co-withdraw') {
    return units.filter((unit) => asked.some((assist) => assist.unit.code === unit.code));
  }
  if (step !== 'dispatch' && step !== 'dispatch-again') return units;
  const had = new Set(file.rejected.map((unit) => unit.code));
  return units.filter((unit) => had.has(unit.code) === (step === 'dispatch-again'));
}

/** Whether others have yet to answer before the unit that leads. */
export function waiting({ assists, meeting }: Whose): boolean {
  return assists.some((assist) => assist.answer === null) || (!!meeting && meeting.answer === null);
}

/** The rungs of the ladder, from the top down; the street's has nearly every case. */
const RUNGS = ['city', 'district', 'street', 'community', 'grid'] as const;

/** The offices below the one that has a case. */
export function below(level: string | null): (typeof RUNGS)[number][] {
  return RUNGS.slice(RUNGS.indexOf((level ?? 'street') as (typeof RUNGS)[number]) + 1);
}

/** The unit that has just sent a case back: not the one to suggest again. */
export function returnedBy(history: HistoryEntry[]): string | null {
  if (history.at(-1)?.step !== 'return') return null;
  return history.filter((entry) => entry.step === 'dispatch').at(-1)?.unitCode ?? null;
}

/**
 * The units that have sent a case back since it was last reopened, or whose work was found wanting
 * too often, each once.
 */
export function returnedSince(history: HistoryEntry[]): { code: string; name: string }[] {
  const from = history.map((entry) => entry.step).lastIndexOf('reopen');
  const units = new Map<string, string>();
  history.forEach((entry, i) => {
    const had = history[i - 1];
    const gaveUp = entry.step === 'return' || entry.step === 'rework';
    if (i > from && gaveUp && entry.state === 'FILED' && had?.unitCode) {
      units.set(had.unitCode, had.unitName ?? had.unitCode);
    }
  });
  return [...units].map(([code, name]) => ({ code, name }));
}

/** Which step a person most likely wants: the one that carries the case on. */
const ONWARD: Step[] = [
  'approve',
  'arrive',
  'co-answer',
  'joint-answer',
  'call-back',
  'match',
  'rule',
  'dispatch',
  'handle',
  'check',
  'close',
  'file',
  'accept',
  'verify',
  'self-handle',
  'help',
];

/** Whether a step carries the case on, unlike sending it back or away. */
export function leadsOn(step: Step): boolean {
  return ONWARD.includes(step);
}

export function inOrder(steps: string[]): Step[] {
  const rank = (step: string) => {
    const at = ONWARD.indexOf(step as Step);
    return at < 0 ? ONWARD.length : at;
  };
  return steps.filter((step): step is Step => step in CARRIED).sort((a, b) => rank(a) - rank(b));
}
