import type { CellLoad } from '../../model';

/** How a cell is coloured: by how much of what is open there is late, never by how much came in. */
export const SHARES = [
  { upTo: 0, colour: '#d6eadf' },
  { upTo: 0.25, colour: '#fbe9c8' },
  { upTo: 0.5, colour: '#f7cca6' },
  { upTo: 1, colour: '#eca588' },
] as const;
export const NOTHING_OPEN = '#f1f4f3';

export function cellColour(load: CellLoad | undefined): string {
  if (!load || load.open === 0) return NOTHING_OPEN;
  const share = load.overdue / load.open;
  return SHARES.find(({ upTo }) => share <= upTo)!.colour;
}
