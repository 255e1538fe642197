import { describe, expect, it } from 'vitest';
import { boundsOf, cellAround, metresToLine } from '../../src/shared/place/geometry';
import { middleOf, namedRoads, roadsNear } from '../../src/shared/place/roads';
import type { CellFeature, Position, RoadCollection } from '../../src/shared/wire';

const METRE = 1 / 111_320;

function square(code: string, west: number, hole?: Position[]): CellFeature {
  const ring: Position[] = [
    [west, 0],
    [west + 1, 0],
    [west + 1, 1],
    [west, 1],
    [west, 0],
  ];
  return {
    type: 'Feature',
    properties: { code, name: code, level: 'grid', kind: 'base', parentCode: 'p' },
    geometry: { type: 'Polygon', coordinates: hole ? [ring, hole] : [ring] },
  };
}

describe('the cell around a point', () => {
  const cells = [square('a', 0), square('b', 1)];

  it('is the one whose polygon holds it', () => {
    expect(cellAround([0.5, 0.5], cells)?.properties.code).toBe('a');
    expect(cellAround([1.5, 0.5], cells)?.properties.code).toBe('b');
    expect(cellAround([2.5, 0.5], cells)).toBeUndefined();
  });

  it('is not the one whose hole it stands in', () => {
    const hole: Position[] = [
      [0.4, 0.4],
      [0.6, 0.4],
      [0.6, 0.6],
      [0.4, 0.6],
      [0.4, 0.4],
    ];

    expect(cellAround([0.5, 0.5], [square('a', 0, hole)])).toBeUndefined();
    expect(cellAround([0.2, 0.2], [square('a', 0, hole)])?.properties.code).toBe('a');
  });

  it('gives the bounds of all, and none of nothing', () => {
    expect(boundsOf(cells)).toEqual([0, 0, 2, 1]);
    expect(boundsOf([])).toBeNull();
  });
});

describe('the roads near a point', () => {
  const collection: RoadCollection = {
    type: 'FeatureCollection',
    features: [
      road('春晖路', [
        [0, 0],
        [0.01, 0],
      ]),
      road('春晖路', [
        [0.01, 0],
        [0.02, 0],
      ]),
      road('和风路', [
        [0.005, -0.01],
        [0.005, 0.01],
      ]),
      road('', [
        [0, 0],
        [0.001, 0],
      ]),
    ],
  };
  const roads = namedRoads(collection);

  function road(name: string, coordinates: Position[]): RoadCollection['features'][number] {
    return {
      type: 'Feature',
      properties: { name, highway: 'residential' },
      geometry: { type: 'LineString', coordinates },
    };
  }

  it('gather the pieces of a name and leave out nameless lanes', () => {
    expect(roads.map(({ name }) => name)).toEqual(['春晖路', '和风路']);
    expect(roads[0]!.lines).toHaveLength(2);
  });

  it('are both roads of a crossing, nearest first', () => {
    expect(roadsNear([0.005 + 3 * METRE, 20 * METRE], roads)).toEqual(['和风路', '春晖路']);
  });

  it('are one road elsewhere along it', () => {
    expect(roadsNear([0.015, 50 * METRE], roads)).toEqual(['春晖路']);
  });

  it('are none far from every road', () => {
    expect(roadsNear([0.015, 300 * METRE], roads)).toEqual([]);
  });

  it('measure to the nearest spot of a line, not to its corners', () => {
    expect(metresToLine([0.005, 10 * METRE], roads[0]!.lines[0]!)).toBeCloseTo(10, 3);
  });

  it('have a middle that lies on them', () => {
    expect(roads[0]!.lines.flat()).toContainEqual(middleOf(roads[0]!));
  });
});
