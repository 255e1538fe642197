/** One that waits for a mediator: nothing else is known of it. */
export interface InQueue {
  id: string;
  cell: string;
  cellName: string;
  appliedOn: string;
}

/** A mediation as its mediator sees it. */
export interface Mediation {
  id: string;
  version: number;
  state: State;
  appliedAt: string;
  about: string;
  applicant: Person;
  other: Person;
  entries: { at: string; by: string; step: string; said: string }[];
  agreement: string | null;
  road: string | null;
  signed: string[];
  steps: Step[];
}

export interface Person {
  name: string;
  contact: string;
}

export type State =
  | 'WAITING'
  | 'ASKING'
  | 'AGREED'
  | 'OPEN'
  | 'OFFERED'
  | 'SIGNED'
  | 'GUIDED'
  | 'FOLLOWED_UP'
  | 'NOT_AGREED'
  | 'WITHDRAWN';

export type Step = 'invite' | 'accept' | 'session' | 'offer' | 'guide' | 'follow-up';

export const ROADS = ['court', 'arbitration', 'labour_arbitration', 'legal_aid', 'other'] as const;
