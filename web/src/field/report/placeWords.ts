import type { PlaceNames } from '../data/place';
import { words } from '../words';

/** A place as the worker reads it: the road, and the cell below it. */
export function placeWords(
  names: PlaceNames | null,
  fromMap: boolean,
): { main: string; cell: string } {
  const { near, unnamed, unnamedFix } = words.value.details;
  const cell = names?.cell?.properties.name ?? '';
  if (names && names.roads.length > 0) return { main: near(names.roads), cell };
  return { main: cell || (fromMap ? unnamed : unnamedFix), cell: '' };
}
