import type { CaseState, HoldGround } from '@shared/wire';

/** What the reporter may see of a case (`GET /api/v1/tracking/{code}`): never names of people. */
export interface Tracking {
  caseNo: string;
  state: CaseState;
  /** `service` where it is helped with instead of filed and checked. */
  flow: string;
  matterCode: string | null;
  matterNameZh: string | null;
  matterNameEn: string | null;
  text: string;
  address: string | null;
  reportedAt: string;
  dueAt: string | null;
  mergedInto?: boolean;
  history: { at: string; step: string; state: CaseState; note?: string | null }[];
  photos: string[];
  steps: string[];
  rating: number | null;
  solved: boolean | null;
  heldUntil: string | null;
  heldFor: HoldGround | null;
  /** The cases that the concern was split into, each of which goes its own way. */
  parts?: Tracking[];
}

const STAGE: Record<CaseState, number> = {
  REPORTED: 0,
  ACCEPTED: 1,
  VERIFIED: 1,
  FILED: 1,
  REFUSED: 1,
  DISPATCHED: 2,
  HANDLED: 3,
  CHECKED: 3,
  CLOSED: 4,
  MERGED: 1,
  SPLIT: 1,
};

/** Whether something is left to do about it. */
export function isOpen(state: CaseState): boolean {
  return !['CLOSED', 'REFUSED', 'MERGED', 'SPLIT'].includes(state);
}

/** How far along the five stages a resident sees. */
export function stageOf(state: CaseState): number {
  return STAGE[state];
}
