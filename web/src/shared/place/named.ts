import { ref, shallowRef } from 'vue';
import { get } from '../api';
import { namedRoads, roadsNear, type Road } from './roads';
import type { BaseMap, Position, RoadCollection } from '../wire';

/** The named roads of the base map; empty while they are not here or there are none. */
export const roads = shallowRef<Road[]>([]);

/** Whether there is a map worth showing: an installation may have neither roads nor cells yet. */
export const mapIsThere = ref(true);

export async function loadMap(): Promise<void> {
  if (roads.value.length > 0) return;
  const base = await get<BaseMap>('/api/v1/map/base');
  mapIsThere.value = base.kind !== 'none' || base.bounds !== null;
  if (base.kind === 'geojson' && base.url) {
    roads.value = namedRoads(await get<RoadCollection>(base.url));
  }
}

interface Located {
  cells: { code: string; name: string; path: { level: string; name: string }[] }[];
}

/** A place in names: roads around it, and the community and the cell it lies in. */
export interface NamedPlace {
  roads: string[];
  community: string;
  /** With the names of the divisions above it, from the street down; null while nobody knows. */
  cell: { code: string; way: string[] } | null;
  /** In no cell of this installation. */
  outside: boolean;
}

const ABOVE_THE_STREET = ['province', 'city', 'district'];

export const named = ref<NamedPlace | null>(null);

let latest = 0;

/** Finds the names of a point; a later question makes an earlier answer void. */
export async function nameThe(point: Position | null): Promise<void> {
  const turn = ++latest;
  named.value = point && {
    roads: roadsNear(point, roads.value),
    community: named.value?.community ?? '',
    cell: null,
    outside: false,
  };
  if (!point) return;
  const [lon, lat] = point;
  const located = await get<Located>('/api/v1/locate', { lon, lat }).catch(() => null);
  if (turn !== latest || !located) return;
  const cell = located.cells[0];
  const below = cell?.path.filter(({ level }) => !ABOVE_THE_STREET.includes(level)) ?? [];
  named.value = {
    roads: roadsNear(point, roads.value),
    community: below.find(({ level }) => level === 'community')?.name ?? '',
    cell: cell ? { code: cell.code, way: below.map(({ name }) => name) } : null,
    outside: located.cells.length === 0,
  };
}
