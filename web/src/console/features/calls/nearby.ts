import { get } from '@shared/api';
import { metresBetween } from '@shared/place/geometry';
import type { CaseItem, CasePage, CaseState, Position, SimilarCase } from '@shared/wire';
import { OPEN_STATES } from '../../model';

/** A case around the place that is being told of. */
export interface Near {
  caseNo: string;
  /** Empty while nobody knows. */
  matter: string;
  text: string;
  state: CaseState;
  flow: string;
  /** In metres. */
  distance: number;
  reportedAt: string;
  /** Null where it was not asked. */
  followers: number | null;
  /** Of the same matter, or told in much the same words. */
  likely: boolean;
}

const METRES = 100;
const METRES_PER_DEGREE = 111_320;
const MOST = 50;
const MUCH_THE_SAME = 0.35;

/** What is open around a place, and what the server says is similar, as far as the matter is known. */
export async function around(
  point: Position,
  matter: string,
  signal: AbortSignal,
): Promise<{ open: CaseItem[]; similar: SimilarCase[] }> {
  const [lon, lat] = point;
  const [page, similar] = await Promise.all([
    get<CasePage>(
      '/api/v1/cases',
      { bbox: boxAround(point).join(','), state: OPEN_STATES.join(','), limit: MOST },
      signal,
    ),
    matter ? get<SimilarCase[]>('/api/v1/reports/similar', { lon, lat, matter }, signal) : [],
  ]);
  return { open: page.items, similar };
}

function boxAround([lon, lat]: Position): number[] {
  const high = METRES / METRES_PER_DEGREE;
  const wide = high / Math.cos((lat * Math.PI) / 180);
  return [lon - wide, lat - high, lon + wide, lat + high].map((side) => Number(side.toFixed(6)));
}

/** Both in one list: what is likely the same first, then by distance. */
export function inOrder(
  { open, similar }: { open: CaseItem[]; similar: SimilarCase[] },
  { point, matter, text }: { point: Position; matter: string; text: string },
): Near[] {
  const known = new Map(open.map((item) => [item.caseNo, near(item, point, text)]));
  for (const one of similar) {
    if (!one.caseNo) continue;
    const { caseNo, state, distance, reportedAt, followers } = one;
    const told = known.get(caseNo) ?? { caseNo, matter, text: '', flow: '' };
    known.set(caseNo, { ...told, state, distance, reportedAt, followers, likely: true });
  }
  return [...known.values()].sort(
    (a, b) => Number(b.likely) - Number(a.likely) || a.distance - b.distance,
  );
}

function near(item: CaseItem, point: Position, text: string): Near {
  const { caseNo, state, flow, reportedAt } = item;
  return {
    caseNo,
    matter: item.matterCode ?? '',
    text: item.text,
    state,
    flow,
    distance:
      item.lon === null || item.lat === null ? 0 : metresBetween(point, [item.lon, item.lat]),
    reportedAt,
    followers: null,
    likely: alike(item.text, text) >= MUCH_THE_SAME,
  };
}

/** How much of the shorter of two texts the other one says as well, by pairs of characters: 0 to 1. */
export function alike(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const least = Math.min(a.size, b.size);
  if (least < 2) return 0;
  return [...a].filter((pair) => b.has(pair)).length / least;
}

function pairsOf(text: string): Set<string> {
  const plain = [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')];
  return new Set(plain.slice(1).map((character, i) => plain[i] + character));
}
