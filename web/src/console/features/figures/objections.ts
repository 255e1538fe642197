import { dateOf } from '@shared/time';
import type { Indicator } from '../../model';
import type { Grouping } from './groups';
import type { Period } from './period';

/** Somebody's objection to a figure, shown beside it. */
export interface Objection {
  id: string;
  name: string;
  area: string;
  from: string;
  to: string;
  /** Of the figure when it was contested. */
  numerator: number;
  denominator: number | null;
  reason: string;
  by: string;
  /** Whether whoever looks made it, so that somebody else has to answer it. */
  own: boolean;
  at: string;
  /** Null until somebody has answered. */
  upheld: boolean | null;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
}

const AREAS: readonly Grouping[] = ['street', 'community', 'grid'];

/** The area that a figure is of; null where it is of a part that cannot be contested by itself. */
export function areaOf(figure: Indicator, area: string, by: Grouping): string | null {
  if (figure.group === null) return area || null;
  return AREAS.includes(by) && figure.group !== 'none' ? figure.group : null;
}

/** The objections to a figure of an area that have to do with a period, the newest first. */
export function against(
  objections: Objection[],
  name: string,
  area: string | null,
  period: Period,
): Objection[] {
  return objections.filter(
    (objection) =>
      objection.name === name &&
      objection.area === area &&
      dateOf(Date.parse(objection.from)) <= period.to &&
      dateOf(Date.parse(objection.to)) >= period.from,
  );
}

export type Mark = 'contested' | 'upheld' | 'notUpheld';

/** What is said beside a figure: that it is contested, or what became of that; null for nothing. */
export function markOf(objections: Objection[]): Mark | null {
  if (objections.length === 0) return null;
  if (objections.some((objection) => objection.upheld === null)) return 'contested';
  return objections[0]!.upheld ? 'upheld' : 'notUpheld';
}
