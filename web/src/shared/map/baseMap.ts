import Map from 'ol/Map';
import View from 'ol/View';
import { defaults as defaultControls } from 'ol/control';
import GeoJSON from 'ol/format/GeoJSON';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat, transformExtent } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Fill, Stroke, Style, Text } from 'ol/style';
import type { FeatureLike } from 'ol/Feature';
import { get } from '../api';
import type { BaseMap } from '../wire';
import 'ol/ol.css';
import './map.css';

export const MAP_FONT =
  'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

export interface MapWords {
  zoomIn: string;
  zoomOut: string;
}

/** A map on a canvas (no WebGL) with the configured ground; the caller adds its layers and a fit. */
export async function createBaseMap(target: HTMLElement, words: MapWords): Promise<Map> {
  const map = new Map({
    target,
    controls: defaultControls({
      attribution: true,
      attributionOptions: { collapsible: false },
      rotate: false,
      zoomOptions: {
        zoomInTipLabel: words.zoomIn,
        zoomOutTipLabel: words.zoomOut,
      },
    }),
    view: new View({ center: fromLonLat([104, 35]), zoom: 4, maxZoom: 20, enableRotation: false }),
  });
  const base = await get<BaseMap>('/api/v1/map/base');
  if (base.kind === 'geojson' && base.url) addRoads(map, base.url, base.attribution ?? '');
  if (base.bounds) fitBounds(map, base.bounds);
  return map;
}

/** Shows west, south, east, north in degrees. */
export function fitBounds(
  map: Map,
  bounds: [number, number, number, number],
  padding = [24, 24, 24, 24],
): void {
  const extent = transformExtent(bounds, 'EPSG:4326', map.getView().getProjection());
  map.getView().fit(extent, { padding, maxZoom: 18 });
}

/** How wide a road is drawn, by its class; what is not named is a lane. */
const WIDTHS: Record<string, number> = {
  motorway: 7,
  trunk: 7,
  primary: 6,
  secondary: 5,
  tertiary: 4,
  residential: 2.5,
  unclassified: 2.5,
};
const LANE = 1.2;
const METRES_PER_PIXEL_OF_LANES = 6;
const METRES_PER_PIXEL_OF_NAMES = 3;

function addRoads(map: Map, url: string, attribution: string): void {
  const source = new VectorSource({ url, format: new GeoJSON(), attributions: attribution });
  map.addLayer(new VectorLayer({ source, style: casing, zIndex: 10, renderBuffer: 20 }));
  map.addLayer(
    new VectorLayer({ source, style: surface, zIndex: 11, renderBuffer: 20, declutter: true }),
  );
}

function widthAt(road: FeatureLike, resolution: number): number {
  const width = WIDTHS[road.get('highway')] ?? LANE;
  return Math.max(0.6, width * Math.min(1.6, Math.sqrt(4 / resolution)));
}

function isLane(road: FeatureLike): boolean {
  return WIDTHS[road.get('highway')] === undefined;
}

function casing(road: FeatureLike, resolution: number): Style | undefined {
  if (isLane(road)) return undefined;
  const width = widthAt(road, resolution) + 1.6;
  return new Style({ stroke: new Stroke({ color: '#c3cad4', width, lineCap: 'round' }) });
}

function surface(road: FeatureLike, resolution: number): Style | undefined {
  if (isLane(road)) {
    if (resolution > METRES_PER_PIXEL_OF_LANES) return undefined;
    return new Style({ stroke: new Stroke({ color: '#d5dae2', width: 1 }) });
  }
  return new Style({
    stroke: new Stroke({
      color: '#ffffff',
      width: widthAt(road, resolution),
      lineCap: 'round',
    }),
    text: resolution <= METRES_PER_PIXEL_OF_NAMES ? nameOf(road) : undefined,
  });
}

function nameOf(road: FeatureLike): Text {
  return new Text({
    text: road.get('name') ?? '',
    placement: 'line',
    font: `11px ${MAP_FONT}`,
    fill: new Fill({ color: '#55606f' }),
    stroke: new Stroke({ color: '#ffffff', width: 3 }),
  });
}
