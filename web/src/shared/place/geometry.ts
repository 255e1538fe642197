import type { CellFeature, Position } from '../wire';

const METRES_PER_DEGREE = 111_320;

/** Metres east and north from one point to another; exact enough within a city. */
function offset(from: Position, to: Position): [east: number, north: number] {
  const shrink = Math.cos((from[1] * Math.PI) / 180);
  return [(to[0] - from[0]) * METRES_PER_DEGREE * shrink, (to[1] - from[1]) * METRES_PER_DEGREE];
}

export function metresBetween(a: Position, b: Position): number {
  return Math.hypot(...offset(a, b));
}

/** Metres from a point to the nearest spot of a line. */
export function metresToLine(point: Position, line: Position[]): number {
  if (line.length === 1) return metresBetween(point, line[0]!);
  let nearest = Infinity;
  for (let i = 1; i < line.length; i++) {
    nearest = Math.min(nearest, metresToSegment(point, line[i - 1]!, line[i]!));
  }
  return nearest;
}

function metresToSegment(point: Position, from: Position, to: Position): number {
  const [ax, ay] = offset(point, from);
  const [bx, by] = offset(point, to);
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
}

/** The first of the cells that holds a point. For showing only: the server decides on edges. */
export function cellAround(point: Position, cells: CellFeature[]): CellFeature | undefined {
  return cells.find((cell) => polygonsOf(cell).some((polygon) => holds(polygon, point)));
}

export function polygonsOf(cell: CellFeature): Position[][][] {
  const { geometry } = cell;
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function holds(polygon: Position[][], point: Position): boolean {
  const [outer, ...holes] = polygon;
  return !!outer && inRing(outer, point) && !holes.some((hole) => inRing(hole, point));
}

function inRing(ring: Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** West, south, east, north of the cells; null when there are none. */
export function boundsOf(cells: CellFeature[]): [number, number, number, number] | null {
  const points = cells.flatMap((cell) => polygonsOf(cell).flat(2));
  if (points.length === 0) return null;
  const lons = points.map((point) => point[0]);
  const lats = points.map((point) => point[1]);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
