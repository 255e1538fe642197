import { get } from '@shared/api';
import { inARow } from '@shared/language';
import { matterName } from '../../reference';
import { t } from './words';

/** A cell of some scheme, and who answers in it. */
export interface Answering {
  scheme: string;
  cellCode: string;
  cellName: string;
  authority: string | null;
  unitCode: string | null;
  matters: string[];
}

export interface Conflict {
  one: Answering;
  other: Answering;
  matters: string[];
  squareMetres: number | null;
}

export interface Crossing {
  cells: Answering[];
  conflicts: Conflict[];
}

export function crossingAt(lon: number, lat: number): Promise<Crossing> {
  return get<Crossing>('/api/v1/crossings', { lon, lat });
}

export async function conflictsIn(area: string): Promise<Conflict[]> {
  return (await get<{ items: Conflict[] }>('/api/v1/crossings/conflicts', { area })).items;
}

export function whose(cell: Answering): string {
  return `${cell.cellName} · ${cell.authority ?? t('nobody')}`;
}

/** Matters by their names; the first digits of codes stay as they are. */
export function mattersOf(conflict: Conflict): string {
  return inARow(conflict.matters.map(matterName));
}
