import type Feature from 'ol/Feature';
import type { FeatureLike } from 'ol/Feature';
import FeatureClass from 'ol/Feature';
import type Map from 'ol/Map';
import GeoJSON from 'ol/format/GeoJSON';
import { Point, Polygon, type Geometry } from 'ol/geom';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat } from 'ol/proj';
import Cluster from 'ol/source/Cluster';
import VectorSource from 'ol/source/Vector';
import { Fill, Stroke, Style } from 'ol/style';
import { containsCoordinate, getCenter, type Extent } from 'ol/extent';
import { get } from '@shared/api';
import { createBaseMap, type MapWords } from '@shared/map/baseMap';
import type { CaseItem, CellCollection } from '@shared/wire';
import type { CellLoad } from '../../model';
import { isOverdue, lookOf } from '../../look';
import { CHOSEN, clusterStyle, labelStyle, pointStyle } from './mapStyle';
import { cellColour } from './shares';

export interface CaseMapEvents {
  onCase: (caseNo: string) => void;
  onCell: (cell: { code: string; name: string } | null) => void;
}

/** Below this many metres a pixel each cell has room for its own name. */
const METRES_PER_PIXEL_OF_CELL_NAMES = 2.2;
const CLUSTER_PIXELS = 34;
const CLOSEST_ZOOM = 18;
const MARK_PIXELS = 15;
const NAME_OFFSETS = [0, -24, 24, -38, 38, -52, 52];

/** The room's map: cells by share overdue, roads over them, and the cases of the list on top. */
export class CaseMap {
  private readonly cells = new VectorSource();
  private readonly communities = new VectorSource();
  private readonly streets = new VectorSource();
  private readonly points = new VectorSource<Feature<Point>>();
  private readonly chosen = new VectorSource<Feature<Point>>();
  private readonly format = new GeoJSON({ featureProjection: 'EPSG:3857' });
  private readonly cellLayer: VectorLayer;
  private readonly pointLayer: VectorLayer;
  private readonly clusters = new Cluster({ source: this.points, distance: CLUSTER_PIXELS });
  private readonly names = new VectorSource();
  private loads: Record<string, CellLoad> = {};
  private items: CaseItem[] = [];
  private chosenItem: CaseItem | undefined;
  /** Where the view was put by a fit; while it is still there, a change of size fits again. */
  private fitted: { extent: Extent; resolution: number | undefined } | undefined;

  private constructor(
    private readonly map: Map,
    events: CaseMapEvents,
  ) {
    this.cellLayer = new VectorLayer({
      source: this.cells,
      style: (cell) => this.cellStyle(cell),
      zIndex: 1,
    });
    this.pointLayer = new VectorLayer({
      source: this.clusters,
      style: (spot) => spotStyle(casesAt(spot)),
      zIndex: 40,
    });
    map.addLayer(this.cellLayer);
    map.addLayer(outline(this.communities, '#8d9aab', 1.2, [4, 4], 12));
    map.addLayer(outline(this.streets, '#4c5d70', 2.2, [], 13));
    map.addLayer(this.nameLayer());
    map.addLayer(new VectorLayer({ source: this.chosen, style: chosenStyle, zIndex: 45 }));
    map.addLayer(this.pointLayer);
    this.listen(events);
  }

  static async create(
    target: HTMLElement,
    words: MapWords,
    events: CaseMapEvents,
  ): Promise<CaseMap> {
    return new CaseMap(await createBaseMap(target, words), events);
  }

  /** Draws the cells under some areas and shows them whole. */
  async showAreas(areas: string[]): Promise<void> {
    const [grids, communities, streets] = await Promise.all(
      ['', 'community', 'street'].map((level) => cellsOf(areas, level)),
    );
    this.fill(this.cells, grids!);
    this.fill(this.communities, communities!);
    this.fill(this.streets, streets!);
    this.names.clear(true);
    this.names.addFeatures(
      [...this.cells.getFeatures(), ...this.communities.getFeatures()].map(nameOf),
    );
    if (!this.cells.isEmpty()) this.fit(this.cells.getExtent()!);
  }

  showLoads(loads: CellLoad[]): void {
    this.loads = Object.fromEntries(loads.map((load) => [load.cell, load]));
    this.cellLayer.changed();
  }

  loadOf(cell: string): CellLoad | undefined {
    return this.loads[cell];
  }

  showCases(items: CaseItem[]): void {
    this.items = items.filter(isPlaced);
    this.draw();
  }

  /** Rings the chosen case, takes it out of any cluster, and brings it into view. */
  choose(item: CaseItem | undefined): void {
    this.chosenItem = item && isPlaced(item) ? item : undefined;
    this.draw();
    if (!this.chosenItem) return;
    const at = pointOf(this.chosenItem).getGeometry()!.getCoordinates();
    const seen = this.map.getView().calculateExtent(this.map.getSize());
    if (!containsCoordinate(seen, at)) this.map.getView().animate({ center: at, duration: 200 });
  }

  dispose(): void {
    this.map.setTarget(undefined);
  }

  private draw(): void {
    const isChosen = (item: CaseItem) => item.caseNo === this.chosenItem?.caseNo;
    this.chosen.clear(true);
    if (this.chosenItem) this.chosen.addFeature(pointOf(this.chosenItem));
    this.points.clear(true);
    this.points.addFeatures(this.items.filter((item) => !isChosen(item)).map(pointOf));
  }

  private fit(extent: Extent): void {
    const view = this.map.getView();
    view.fit(extent, { padding: [20, 20, 20, 20] });
    this.fitted = { extent, resolution: view.getResolution() };
  }

  private fill(source: VectorSource, collections: CellCollection[]): void {
    source.clear(true);
    for (const cells of collections) source.addFeatures(this.format.readFeatures(cells));
  }

  private cellStyle(cell: FeatureLike): Style {
    return new Style({
      fill: new Fill({ color: cellColour(this.loads[cell.get('code')]) }),
      stroke: new Stroke({ color: '#ffffff', width: 1 }),
    });
  }

  private nameLayer(): VectorLayer {
    const style = (feature: FeatureLike, resolution: number) => {
      const close = resolution < METRES_PER_PIXEL_OF_CELL_NAMES;
      if (close !== (feature.get('level') === 'grid')) return undefined;
      const text = close ? this.cellLabel(feature) : feature.get('name');
      const offset = this.freeOffset(feature, text, resolution);
      return offset === undefined ? undefined : labelStyle(text, !close, offset);
    };
    const layer = new VectorLayer({ source: this.names, style, declutter: true, zIndex: 50 });
    for (const marks of [this.clusters, this.chosen]) marks.on('change', () => layer.changed());
    return layer;
  }

  /** How far a name is moved up or down so that it hides no case; undefined if it would anyway. */
  private freeOffset(feature: FeatureLike, text: string, resolution: number): number | undefined {
    const [x, y] = (feature.getGeometry() as Point).getCoordinates() as [number, number];
    const halfWidth = text.length * 6.5 + MARK_PIXELS;
    const spots = [...this.clusters.getFeatures(), ...this.chosen.getFeatures()].map((spot) => {
      const at = spot.getGeometry()!.getExtent();
      return [(at[0]! - x) / resolution, (y - at[1]!) / resolution] as const;
    });
    const free = (offset: number) =>
      !spots.some(
        ([dx, dy]) => Math.abs(dx) < halfWidth && Math.abs(dy - offset) < MARK_PIXELS + 8,
      );
    return NAME_OFFSETS.find(free);
  }

  private cellLabel(cell: FeatureLike): string {
    const load = this.loads[cell.get('code')];
    return load?.open ? `${cell.get('name')}\n${load.overdue}/${load.open}` : cell.get('name');
  }

  private listen(events: CaseMapEvents): void {
    this.map.on('change:size', () => {
      const { extent, resolution } = this.fitted ?? {};
      if (extent && resolution === this.map.getView().getResolution()) this.fit(extent);
    });
    this.map.on('singleclick', (event) => {
      const at = (layer: VectorLayer, hitTolerance = 0) =>
        this.map.forEachFeatureAtPixel(event.pixel, (feature) => feature, {
          layerFilter: (candidate) => candidate === layer,
          hitTolerance,
        });
      const spot = at(this.pointLayer, 6);
      if (spot) return this.open(spot, events);
      const cell = at(this.cellLayer);
      events.onCell(cell ? { code: cell.get('code'), name: cell.get('name') } : null);
    });
    this.map.on('pointermove', (event) => {
      const over = !event.dragging && this.map.hasFeatureAtPixel(event.pixel);
      this.map.getTargetElement().style.cursor = over ? 'pointer' : '';
    });
  }

  /** A single case opens; a cluster is come closer to until it opens too. */
  private open(spot: FeatureLike, events: CaseMapEvents): void {
    const items = casesAt(spot);
    const zoom = this.map.getView().getZoom() ?? CLOSEST_ZOOM;
    if (items.length === 1 || zoom >= CLOSEST_ZOOM) return events.onCase(items[0]!.caseNo);
    const center = getCenter(spot.getGeometry()!.getExtent());
    this.map.getView().animate({ center, zoom: zoom + 1.5, duration: 200 });
  }
}

function cellsOf(areas: string[], level: string): Promise<CellCollection[]> {
  return Promise.all(areas.map((area) => get<CellCollection>('/api/v1/cells', { area, level })));
}

function isPlaced(item: CaseItem): boolean {
  return item.lon !== null && item.lat !== null;
}

function pointOf(item: CaseItem): Feature<Point> {
  const point = new FeatureClass(new Point(fromLonLat([item.lon!, item.lat!])));
  point.set('item', item, true);
  return point;
}

/** A name stands inside its area, also where the area bends around its middle. */
function nameOf(area: Feature<Geometry>): Feature<Point> {
  const geometry = area.getGeometry()!;
  const inside =
    geometry instanceof Polygon
      ? geometry.getInteriorPoint().getCoordinates()
      : getCenter(geometry.getExtent());
  const name = new FeatureClass(new Point(inside.slice(0, 2)));
  for (const key of ['code', 'name', 'level']) name.set(key, area.get(key), true);
  return name;
}

function chosenStyle(point: FeatureLike): Style[] {
  return [CHOSEN, pointStyle(lookOf(point.get('item')))];
}

function casesAt(spot: FeatureLike): CaseItem[] {
  return (spot.get('features') as FeatureLike[]).map((point) => point.get('item'));
}

function spotStyle(items: CaseItem[]): Style {
  if (items.length === 1) return pointStyle(lookOf(items[0]!));
  return clusterStyle(items.length, items.filter(isOverdue).length);
}

function outline(
  source: VectorSource,
  color: string,
  width: number,
  lineDash: number[],
  zIndex: number,
): VectorLayer {
  return new VectorLayer({
    source,
    zIndex,
    style: new Style({ stroke: new Stroke({ color, width, lineDash }) }),
  });
}
