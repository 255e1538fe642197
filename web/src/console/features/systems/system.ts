/** Another system that hands concerns over. */
export interface SendingSystem {
  code: string;
  name: string;
  source: string;
  sender: string | null;
}

/** What a code of another system means here. */
export interface TheirCode {
  kind: 'matter' | 'area';
  theirs: string;
  ours: string | null;
  conditionNo: number | null;
}

/** Where results go back to. */
export interface Webhook {
  system: string;
  url: string;
  active: boolean;
}

/** Something handed over that waits for somebody to say what it is. */
export interface Waiting {
  id: string;
  system: string;
  externalId: string;
  receivedAt: string;
  kind: 'matter' | 'area';
  theirs: string;
  text: string;
  address: string | null;
}

/** A message that did not arrive. */
export interface DeadLetter {
  id: string;
  system: string;
  externalId: string;
  type: string;
  attempts: number;
  lastFailure: string;
}
