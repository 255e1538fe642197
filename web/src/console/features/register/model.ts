/** What the pages of the register exchange with the server. */

export interface Budget {
  seen: number;
  aDay: number;
  stopsAt: number;
}

/** Somebody as a look-up shows them: masked. */
export interface Masked {
  personId: string;
  name: string;
  phone: string;
  idNumber: string;
  address: string;
  gridCode: string;
  gridName: string | null;
}

export interface Found {
  items: Masked[];
  more: boolean;
  budget: Budget;
}

export interface Opened {
  openingId: string;
  personId: string;
}

export interface Need {
  needId: string;
  kind: string;
  clause: string | null;
  beginsOn: string;
  endsOn: string;
  hasNote: boolean;
}

export interface Consent {
  consentId: string;
  purpose: 'service' | 'guardian';
  givenAt: string;
  withdrawnAt: string | null;
}

export interface Notice {
  noticeId: string;
  version: string;
  manner: 'in_person' | 'paper' | 'digital' | 'imported';
  givenAt: string | null;
}

/** An open record: masked but for where they live. */
export interface PersonRecord {
  openingId: string;
  personId: string;
  householdNumber: string;
  name: string;
  phone: string;
  idNumber: string;
  address: string;
  gridName: string | null;
  caseNo: string | null;
  reason: string | null;
  until: string;
  needs: Need[];
  consents: Consent[];
  notices: Notice[];
}

/** A reason of somebody else's that waits to be judged. */
export interface Waiting {
  openingId: string;
  actorName: string;
  unitName: string;
  reason: string | null;
  openedAt: string;
  reviewDue: string | null;
  overdue: boolean;
}

export interface Alert {
  alertId: string;
  kind: 'over_budget' | 'stopped' | 'not_justified';
  actor: string;
  actorName: string;
  day: string;
  persons: number;
  raisedAt: string;
  doneAt: string | null;
  note: string;
}

export interface Complaint {
  complaintId: string;
  complaintNumber: string;
  actor: string;
  unitName: string;
  act: 'listed' | 'opened' | 'unmasked' | 'code_issued';
  caseNo: string | null;
  lookedAt: string;
  text: string;
  filedAt: string;
  dueAt: string;
  overdue: boolean;
  answeredAt: string | null;
  answer: string;
}
