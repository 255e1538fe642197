import type { Step } from '../../model';
import { t, zh } from '../../words';

const FITTING: Partial<Record<Step, (keyof typeof zh.reasons)[]>> = {
  return: ['notOurs', 'wrongPlace', 'needsOthers'],
  rule: ['dutyOfUnit', 'nearestUnit'],
  refuse: ['noProblem', 'noBasis', 'wrongPlace'],
  rework: ['unfinished', 'photoUnclear'],
};

/** Reasons given every day, so that nobody has to type them. */
export function phrasesFor(step: Step): string[] {
  return (FITTING[step] ?? []).map((name) => t(`reasons.${name}`));
}
