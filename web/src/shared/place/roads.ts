import type { Position, RoadCollection } from '../wire';
import { metresToLine } from './geometry';

/** A named road, all its pieces together. */
export interface Road {
  name: string;
  lines: Position[][];
}

/** The named roads of a base map; unnamed lanes say nothing about where one stands. */
export function namedRoads(roads: RoadCollection): Road[] {
  const byName = new Map<string, Road>();
  for (const { properties, geometry } of roads.features) {
    if (!properties.name) continue;
    const road = byName.get(properties.name) ?? { name: properties.name, lines: [] };
    road.lines.push(
      ...(geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates),
    );
    byName.set(properties.name, road);
  }
  return [...byName.values()];
}

const CROSSING_WITHIN_METRES = 30;
const NAMED_WITHIN_METRES = 200;

/**
 * The roads that tell where a point is: two when it lies at their crossing, one when it is near,
 * none when no named road is within 200 m.
 */
export function roadsNear(point: Position, roads: Road[]): string[] {
  const near = roads
    .map(({ name, lines }) => ({
      name,
      metres: Math.min(...lines.map((line) => metresToLine(point, line))),
    }))
    .filter(({ metres }) => metres <= NAMED_WITHIN_METRES)
    .sort((a, b) => a.metres - b.metres);
  const [first, second] = near;
  if (!first) return [];
  return second && second.metres <= CROSSING_WITHIN_METRES
    ? [first.name, second.name]
    : [first.name];
}

/** A spot on a road, about its middle, from which the reader can move the pin. */
export function middleOf(road: Road): Position {
  const longest = road.lines.reduce((a, b) => (b.length > a.length ? b : a));
  return longest[Math.floor(longest.length / 2)]!;
}
