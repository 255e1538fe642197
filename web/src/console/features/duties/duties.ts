import type { Duty } from '@shared/duty';
import { t } from './words';

/** What an application would add to the grids of its area. */
export interface Forecast {
  grids: number;
  gridsWithoutHouseholds: number;
  households: number;
  hoursNow: number;
  hoursMore: number;
  heaviest: {
    gridCode: string;
    gridName: string;
    households: number;
    hoursNow: number;
    hoursMore: number;
  }[];
}

/** A task, and how far it has come in the grids that its reader sees. */
export interface GridTask {
  taskId: string;
  entryTitleZh: string | null;
  entryTitleEn: string | null;
  unitName: string | null;
  title: string;
  text: string;
  fields: string[];
  areaName: string | null;
  dueOn: string;
  overdue: boolean;
  grids: number;
  answered: number;
  inGrids: GridShare[];
}

export interface GridShare {
  gridCode: string;
  gridName: string | null;
  done: boolean | null;
  note: string;
  mine: boolean;
}

/** A month in an area: how much each department takes. */
export interface BurdenMonth {
  month: string;
  grids: number;
  gridsWithoutHouseholds: number;
  hours: number;
  departments: {
    unitCode: string | null;
    unitName: string | null;
    hours: number;
    hoursPerGrid: number;
    tasks: number;
    answered: number;
    taskHours: number;
  }[];
  heaviest: {
    gridCode: string;
    gridName: string;
    households: number;
    hours: number;
    taskHours: number;
  }[];
}

/** How often and how long, in words. */
export function rhythm(duty: Duty): string {
  return t('rhythm', {
    every: t(`every.${duty.every}`),
    times: duty.times,
    minutes: duty.minutes,
    per: t(duty.perHousehold ? 'perHousehold' : 'perGrid'),
  });
}

/** The parts of a line that somebody typed, whatever they put between them. */
export function partsOf(line: string): string[] {
  return line
    .split(/[,，、;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}
