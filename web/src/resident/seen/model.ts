/** One look at one's data (`GET /api/v1/resident/page`). */
export interface Line {
  lineId: string;
  at: string;
  act: 'listed' | 'opened' | 'unmasked' | 'code_issued';
  field: 'name' | 'phone' | 'id_number' | 'note' | null;
  unitName: string;
  purpose: 'look-up' | 'reason' | 'case' | 'counter';
  caseNo: string | null;
  complaintNumber: string;
  complaint: { filedAt: string; dueAt: string; answeredAt: string | null; answer: string } | null;
}

/** What is kept of a resident, and who looked. */
export interface OwnPage {
  name: string;
  phone: string;
  idNumber: string;
  address: string;
  notices: { noticeId: string; version: string; givenAt: string | null }[];
  consents: { consentId: string; purpose: string; givenAt: string; withdrawnAt: string | null }[];
  needs: { needId: string; kind: string; clause: string | null; endsOn: string }[];
  lines: Line[];
}
