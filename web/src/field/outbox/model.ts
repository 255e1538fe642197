import type { PhotoBytes } from '@shared/phone/photo';

/** `withdrawn`: returned, and the worker decided not to send it again. */
export type OperationState = 'queued' | 'delivered' | 'returned' | 'withdrawn';

/** What a refused operation was refused for. */
export interface Refusal {
  code: string;
  detail: string;
}

/** What the server gave once it had the operation for good. */
export interface Delivery {
  at: number;
  caseNo: string | null;
  trackingCode: string | null;
  /** The server's restore epoch; a new one means it may have forgotten. */
  epoch: number | null;
}

/** How an operation is shown in the list, whatever it holds. */
export interface Label {
  what: 'report' | 'solved' | 'verify' | 'self-handle' | 'escalate';
  matterCode: string | null;
  matterZh: string;
  matterEn: string;
  place: string;
  /** What the worker added to the place, and wrote, for a correction to start from. */
  spot: string;
  text: string;
}

/** One write of this phone: made once, sent until the server has it or says why not. */
export interface Operation {
  /** UUIDv7, so that sorting by it is sorting by time. */
  opId: string;
  kind: 'report' | 'step';
  /** Whose it is: only their session sends it. */
  actorId: string;
  body: Record<string, unknown>;
  /** Operation ids of its photos, in order. */
  photos: string[];
  occurredAt: string;
  label: Label;
  state: OperationState;
  attempts: number;
  /** Not before this moment (milliseconds). */
  nextAt: number;
  refusal?: Refusal;
  delivery?: Delivery;
  /** The returned operation that this one corrects. */
  corrects?: string;
  /** The operation that corrects this one. */
  correctedBy?: string;
}

/** A photo waiting to be sent before its operation. */
export interface Photo {
  opId: string;
  reportOpId: string;
  /** Gone once the operation is delivered. */
  data?: PhotoBytes;
  /** What the server calls it, once it is there. */
  photoId?: string;
}
