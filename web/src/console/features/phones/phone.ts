/** A phone that somebody works with. */
export interface Phone {
  id: number;
  name: string;
  status: 'active' | 'suspended' | 'lost' | 'revoked';
  enrolledAt: string;
  lastSeenAt: string;
}

/** Somebody who works in the field, with their phones, the newest first. */
export interface Worker {
  accountId: string;
  name: string;
  devices: Phone[];
}
