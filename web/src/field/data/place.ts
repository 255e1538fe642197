import { shallowRef } from 'vue';
import { cellAround } from '@shared/place/geometry';
import { namedRoads, roadsNear, type Road } from '@shared/place/roads';
import type { BaseMap, CellCollection, CellFeature, Position, RoadCollection } from '@shared/wire';
import { openData } from './openData';
import type { Post } from '@shared/wire';

/** The cells of this worker's area. */
export const cells = shallowRef<CellFeature[]>([]);

const roads = shallowRef<Road[]>([]);

export async function loadPlaces(post: Post): Promise<void> {
  const area = encodeURIComponent(post.areaCode);
  cells.value = (await openData<CellCollection>(`/api/v1/cells?area=${area}`)).features;
  const base = await openData<BaseMap>('/api/v1/map/base');
  if (base.kind === 'geojson' && base.url) {
    roads.value = namedRoads(await openData<RoadCollection>(base.url));
  }
}

/** Where a point is, in names rather than numbers. */
export interface PlaceNames {
  cell: CellFeature | undefined;
  roads: string[];
}

export function namesOf(point: Position): PlaceNames {
  return { cell: cellAround(point, cells.value), roads: roadsNear(point, roads.value) };
}
