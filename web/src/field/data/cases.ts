import { ref, shallowRef } from 'vue';
import { get } from '@shared/api';
import type { CaseDetail, CaseItem, CasePage } from '@shared/wire';
import { noteSeen } from './catalogue';
import { db, keepFor } from './db';
import { actor } from './session';

/** The cases of these cells and those reported by this worker, open ones first. */
export const cases = shallowRef<CaseItem[]>([]);

/** Which of them this worker reported. */
export const mine = shallowRef<ReadonlySet<string>>(new Set());

/** When the list came from the server. */
export const casesAsOf = ref<number | null>(null);

const LIST = 'cases';
const OPEN_STATES = 'REPORTED,ACCEPTED,VERIFIED,FILED,DISPATCHED,HANDLED,CHECKED';

interface KeptList {
  items: CaseItem[];
  mine: string[];
  at: number;
}

/** Shows what the phone has. */
export async function recallCases(): Promise<void> {
  const kept = (await db.kept.get(LIST))?.value as KeptList | undefined;
  if (kept) show(kept);
}

/** Asks the server: everything still open, what this worker reported, the latest of the rest. */
export async function loadCases(): Promise<void> {
  const reader = actor.value?.id ?? '';
  const [open, reported, latest] = await Promise.all([
    get<CasePage>('/api/v1/cases', { state: OPEN_STATES, limit: 100 }),
    get<CasePage>('/api/v1/cases', { mine: true, limit: 60 }),
    get<CasePage>('/api/v1/cases', { limit: 60 }),
  ]);
  const all = [...open.items, ...reported.items, ...latest.items];
  const list: KeptList = {
    items: [...new Map(all.map((item) => [item.caseNo, item])).values()],
    mine: reported.items.map(({ caseNo }) => caseNo),
    at: Date.now(),
  };
  if (actor.value?.id === reader) show(list);
  await keepFor(reader, LIST, list);
}

/** What one person may read is not for the next one. */
export function forgetCases(): void {
  cases.value = [];
  mine.value = new Set();
  casesAsOf.value = null;
}

function show({ items, mine: reported, at }: KeptList): void {
  cases.value = items;
  mine.value = new Set(reported);
  casesAsOf.value = at;
  noteSeen(items.map((item) => item.matterCode));
}

export interface KnownCase {
  detail: CaseDetail;
  at: number;
}

/** A case as the phone knows it, or undefined. */
export async function recallCase(caseNo: string): Promise<KnownCase | undefined> {
  const kept = await db.kept.get(`case ${caseNo}`);
  return kept && { detail: kept.value as CaseDetail, at: kept.at };
}

export async function loadCase(caseNo: string): Promise<KnownCase> {
  const reader = actor.value?.id ?? '';
  const detail = await get<CaseDetail>(`/api/v1/cases/${encodeURIComponent(caseNo)}`);
  await keepFor(reader, `case ${caseNo}`, detail);
  return { detail, at: Date.now() };
}

/** Keeps what waits for this worker readable without a network, steps included. */
export async function keepWaitingCases(): Promise<void> {
  const waiting = cases.value.filter((item) => waitsForTheGrid(item)).slice(0, 20);
  for (const { caseNo } of waiting) await loadCase(caseNo);
}

/** Accepted by the street, and somebody on the spot has to look. */
export function waitsForTheGrid(item: CaseItem): boolean {
  return item.state === 'ACCEPTED';
}
