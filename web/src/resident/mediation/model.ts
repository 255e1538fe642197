/** A mediation as one of the parties sees it (`GET /api/v1/mediations/own/{code}`). */
export interface OwnMediation {
  state: State;
  side: 'applicant' | 'other';
  appliedAt: string;
  about: string;
  name: string;
  with: string;
  entries: { at: string; by: string; step: string; said: string }[];
  agreement: string | null;
  agreementHash: string | null;
  road: string | null;
  signed: string[];
  steps: string[];
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
