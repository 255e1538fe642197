import { addDays, dateOf } from '@shared/time';

export const PRESETS = { week: 7, month: 30, quarter: 90 } as const;
export type Preset = keyof typeof PRESETS;

export interface Period {
  from: string;
  to: string;
}

/** The days that end today; the first and the last are both counted. */
export function lastDays(preset: Preset, now: number): Period {
  const to = dateOf(now);
  return { from: addDays(to, 1 - PRESETS[preset]), to };
}

/** Which of the usual periods this is, if any. */
export function presetOf(period: Period, now: number): Preset | undefined {
  return (Object.keys(PRESETS) as Preset[]).find((preset) => {
    const usual = lastDays(preset, now);
    return usual.from === period.from && usual.to === period.to;
  });
}
