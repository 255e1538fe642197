import { t, zh } from './words';

/** An event of the audit trail. */
export interface Trace {
  at: string;
  actor: string;
  actorName: string | null;
  act: string;
  thing: string;
  object: string;
  subject: string | null;
  purpose: string | null;
  result: 'done' | 'refused';
  records: number;
  sealed: boolean;
}

/** What a check of the whole trail came to. */
export interface Checked {
  holds: boolean;
  said: string;
}

/** An act in words; one this page has not heard of yet keeps its code. */
export function actName(act: string): string {
  return act in zh.act ? t(`act.${act as keyof typeof zh.act}`) : act;
}

/** A moment as a person types it, as the API takes it; empty for none. */
export function instantOf(local: string): string {
  return local && new Date(local).toISOString();
}
