import type { CaseDetail } from '@shared/wire';

type Clock = NonNullable<CaseDetail['clock']>;

/** One stretch of the clock, placed on a line that runs from its start to the later of end and due. */
export interface Stretch {
  unitCode: string | null;
  unitName: string | null;
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
    .map(({ unitCode, unitName, from, to }) => {
      const begin = Math.max(start, Date.parse(from));
      const finish = Math.min(end, to ? Date.parse(to) : end);
      const millis = Math.max(0, finish - begin);
      return { unitCode, unitName, left: percent(begin - start), width: percent(millis), millis };
    })
    .filter((stretch) => stretch.millis > 0);
  return { stretches, due: due === null ? null : percent(due - start) };
}

/** How long each unit held the case altogether, in the order they first had it. */
export function timeByUnit(stretches: Stretch[]): Stretch[] {
  const byUnit = new Map<string | null, Stretch>();
  for (const stretch of stretches) {
    const sum = byUnit.get(stretch.unitCode);
    if (sum) sum.millis += stretch.millis;
    else byUnit.set(stretch.unitCode, { ...stretch });
  }
  return [...byUnit.values()];
}
