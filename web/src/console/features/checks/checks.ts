import { get } from '@shared/api';

export interface Drawn {
  item: { caseNo: string; matterNameZh: string | null; matterNameEn: string | null; state: string };
  assigned: boolean;
  drawnAt: string;
}

export interface Review {
  id: string;
  caseNo: string;
  sign: string;
  signZh: string;
  signEn: string;
  facts: Record<string, unknown>;
  raisedAt: string;
  answer: string | null;
  outcome: 'nothing' | 'wrong' | null;
  reason: string | null;
}

export interface Quality {
  group: string;
  groupName: string;
  solved: number;
  checked: number;
  share: number | null;
  low: number | null;
  high: number | null;
}

export interface Draw {
  day: string;
  commitment: string;
  committedAt: string;
  seed: string | null;
}

export interface Visit {
  id: string;
  caseNo: string | null;
  area: string;
  at: string;
  byName: string;
  seen: string;
  agrees: boolean | null;
  /** The cases of what was found there and had been reported. */
  known: string[];
  /** The cases of what nobody had reported. */
  missed: string[];
}

/** Something wrong in a grid: an open case of that number, or nothing that anybody had reported. */
export interface Found {
  caseNo: string;
  matterCode: string;
  text: string;
}

/** What was found, as the server takes it. */
export function foundBody(found: Found[]): object[] {
  return found.map(({ caseNo, matterCode, text }) =>
    caseNo.trim() ? { caseNo: caseNo.trim() } : { matterCode: matterCode || null, text },
  );
}

export const ownChecks = () => get<Drawn[]>('/api/v1/checks/own');
export const samples = () => get<Drawn[]>('/api/v1/checks/samples');
export const visits = () => get<Visit[]>('/api/v1/checks/visits');
export const openReviews = () => get<Review[]>('/api/v1/sign-reviews');
export const ownReviews = () => get<Review[]>('/api/v1/sign-reviews/own');
export const draws = () => get<Draw[]>('/api/v1/draws');

export function quality(by: string): Promise<Quality[]> {
  return get<Quality[]>('/api/v1/checks/quality', { by });
}

/** A share with its interval, as `83.3 % (43.6–97.0 %)`; nothing checked is neither all nor none. */
export function shareOf(row: Quality): string {
  if (row.share === null || row.low === null || row.high === null) return '—';
  const percent = (part: number) => (100 * part).toFixed(1);
  return `${percent(row.share)} % (${percent(row.low)}–${percent(row.high)} %)`;
}
