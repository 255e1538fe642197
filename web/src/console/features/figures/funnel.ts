import { PERCENT } from './figure';
import type { Grouping } from './groups';
import { say } from './words';

export type Standing =
  'within' | 'higher' | 'lower' | 'much_higher' | 'much_lower' | 'too_few' | 'nothing';

/** Between which counts chance alone leaves a member of a peer group. */
export interface Limits {
  expected: number;
  low95: number;
  high95: number;
  low998: number;
  high998: number;
}

export interface Member {
  group: string;
  groupName: string;
  numerator: number;
  denominator: number;
  /** Null when there is nothing to divide by. */
  value: number | null;
  /** Null where nothing can be said of it. */
  limits: Limits | null;
  standing: Standing;
  cases: string;
  denominatorCases: string;
}

/** A point of the funnel around the rate of the group; rates from 0 to 1. */
export interface Bounds {
  denominator: number;
  low95: number;
  high95: number;
  low998: number;
  high998: number;
}

export interface Peers {
  kind: string;
  kindName: string;
  numerator: number;
  denominator: number;
  rate: number | null;
  comparable: boolean;
  /** How much more than by chance its members vary; 1 where no more. */
  dispersion: number;
  members: Member[];
  funnel: Bounds[];
}

export interface Funnel {
  name: string;
  label: string;
  method: string;
  note: string | null;
  peers: Peers[];
}

const COMPARED: readonly Grouping[] = ['street', 'community', 'grid', 'unit'];

/** By chance alone so many are beyond the limits. */
const BEYOND_95 = 0.05;

/** Whether what figures are told apart by has peers. */
export function hasPeers(by: Grouping): boolean {
  return COMPARED.includes(by);
}

export function isBeyond(member: Member): boolean {
  return /higher|lower/.test(member.standing);
}

/** How many would be beyond the limits if nothing but chance told them apart. */
export function beyondByChance(peers: Peers): number {
  return Math.round(peers.members.filter((member) => member.limits).length * BEYOND_95);
}

const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** What is expected, and between which counts it usually lies. */
export function expectedInWords({ limits }: Member): string {
  if (!limits) return '—';
  const low = Math.ceil(limits.low95);
  const high = Math.floor(limits.high95);
  return say('expectedOf', { expected: COUNT.format(limits.expected), low, high });
}

export function rateInWords(value: number | null): string {
  return value === null ? '—' : PERCENT.format(value);
}
