import { get } from '@shared/api';
import { labelled, inARow } from '@shared/language';
import type { Road } from '@shared/place/roads';
import type { CellCollection, CellFeature, Post } from '@shared/wire';
import { roleName } from '../../roles';

const MOST_ROADS = 5;

/** The roads that somebody may mean by what is typed so far, or names in a whole address. */
export function roadsIn(address: string, roads: Road[]): Road[] {
  const typed = address.trim();
  if (!typed) return [];
  return roads
    .filter(({ name }) => name.includes(typed) || typed.includes(name))
    .slice(0, MOST_ROADS);
}

/** The address once a road was taken for it: its whole name, and whatever more was known. */
export function addressOn({ name }: Road, address: string): string {
  return address.includes(name) ? address : name;
}

/** Of a street or less: the cells of a whole district are more than a small map shows. */
const SMALL = ['street', 'community', 'grid', 'microgrid'];

/** The cells of an office, for its map; none where it is above a street. */
export async function cellsOf(posts: Post[]): Promise<CellFeature[]> {
  const own = posts.find(({ areaLevel }) => SMALL.includes(areaLevel ?? ''));
  if (!own) return [];
  return (await get<CellCollection>('/api/v1/cells', { area: own.areaCode })).features;
}

interface Colleague {
  name: string;
  role: string;
}

const ANSWERING = ['grid_member', 'grid_head'];

/** Who answers in a grid, in words; empty where nobody does. */
export async function answeringIn(cell: string): Promise<string> {
  const { items } = await get<{ items: Colleague[] }>('/api/v1/people', { area: cell });
  const theirs = items.filter(({ role }) => ANSWERING.includes(role));
  return inARow(theirs.map(({ role, name }) => labelled(roleName(role), name)));
}
