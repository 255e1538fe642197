import type { CaseDetail } from '@shared/wire';

type Clock = Omit<NonNullable<CaseDetail['clock']>, 'deadlines' | 'office'>;

/** One stretch of the clock, placed on a line that runs from its start to the later of end and due. */
export interface Stretch {
  unitCode: string | null;
  unitName: string | null;
  /** Whom it counts against: who had it, unless a ruling found otherwise. */
  chargedTo: string | null;
  chargedToName: string | null;
  held: boolean;
  /** The division whose office had it; null for a unit's time and the street's. */
  areaName: string | null;
  /** Percent of the line. */
  left: number;
  width: number;
  millis: number;
}

export interface ClockLine {
  stretches: Stretch[];
  /** Where the due time lies, in percent; null without one. */
  due: number | null;
}

/** Lays the segments of a clock out on a line; time after the clock stopped is nobody's. */
export function clockLine(clock: Clock, now: number): ClockLine {
  if (!clock.startedAt) return { stretches: [], due: null };
  const start = Date.parse(clock.startedAt);
  const end = clock.stoppedAt ? Date.parse(clock.stoppedAt) : now;
  const due = clock.dueAt ? Date.parse(clock.dueAt) : null;
  const length = Math.max(end, due ?? end) - start || 1;
  const percent = (millis: number) => (millis / length) * 100;

  const stretches = clock.segments
    .map(({ from, to, ...whose }) => {
      const begin = Math.max(start, Date.parse(from));
      const finish = Math.min(end, to ? Date.parse(to) : end);
      const millis = Math.max(0, finish - begin);
      const { unitCode, unitName, chargedTo, chargedToName, held, areaName } = whose;
      return {
        unitCode,
        unitName,
        chargedTo,
        chargedToName,
        held,
        areaName,
        left: percent(begin - start),
        width: percent(millis),
        millis,
      };
    })
    .filter((stretch) => stretch.millis > 0);
  return { stretches, due: due === null ? null : percent(due - start) };
}

export interface UnitTime {
  key: string;
  unitCode: string | null;
  unitName: string | null;
  millis: number;
  /** How much of it another had, and a ruling charged to this one. */
  charged: number;
}

/** How much time, but for that on hold, counts against each unit altogether, in the order of the stretches. */
export function timeByUnit(stretches: Stretch[]): UnitTime[] {
  const byUnit = new Map<string, UnitTime>();
  for (const { unitCode, chargedTo, chargedToName, areaName, millis, held } of stretches) {
    if (held) continue;
    const key = chargedTo ?? `@${areaName ?? ''}`;
    const sum = byUnit.get(key) ?? {
      key,
      unitCode: chargedTo,
      unitName: chargedToName ?? (chargedTo ? null : areaName),
      millis: 0,
      charged: 0,
    };
    sum.millis += millis;
    if (unitCode !== chargedTo) sum.charged += millis;
    byUnit.set(key, sum);
  }
  return [...byUnit.values()];
}
