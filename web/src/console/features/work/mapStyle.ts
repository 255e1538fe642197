import { Fill, Icon, RegularShape, Stroke, Style, Text } from 'ol/style';
import CircleStyle from 'ol/style/Circle';
import { MAP_FONT } from '@shared/map/baseMap';
import type { Look, Shape, Tone } from '../../look';

export const TONES: Record<Tone, string> = {
  busy: '#1f5fa8',
  soon: '#8a4b00',
  late: '#b3261e',
  check: '#6a3d8f',
  good: '#1c6b3c',
  idle: '#4d5868',
};

const WHITE = new Stroke({ color: '#ffffff', width: 2 });

const SHAPES: Record<Shape, (fill: Fill) => CircleStyle | RegularShape | Icon> = {
  circle: (fill) => new CircleStyle({ radius: 7, fill, stroke: WHITE }),
  square: (fill) => polygon(fill, 4, 9, Math.PI / 4),
  diamond: (fill) => polygon(fill, 4, 9.5, 0),
  triangle: (fill) => polygon(fill, 3, 9.5, 0),
  octagon: (fill) => polygon(fill, 8, 10, Math.PI / 8),
  tick: () => new Icon({ img: tickedDisc(), scale: 0.5 }),
  dash: (fill) => new CircleStyle({ radius: 5, fill, stroke: WHITE }),
};

/** Drawn, not written: not every machine has a font with a tick. */
function tickedDisc(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 28;
  const pen = canvas.getContext('2d')!;
  pen.beginPath();
  pen.arc(14, 14, 12, 0, 2 * Math.PI);
  pen.fillStyle = TONES.good;
  pen.fill();
  pen.strokeStyle = '#ffffff';
  pen.lineWidth = 3;
  pen.stroke();
  pen.beginPath();
  pen.moveTo(9, 14.5);
  pen.lineTo(13, 18);
  pen.lineTo(19.5, 10.5);
  pen.stroke();
  return canvas;
}

function polygon(fill: Fill, points: number, radius: number, angle: number): RegularShape {
  return new RegularShape({ points, radius, angle, fill, stroke: WHITE });
}

/** What is written into a shape that says more than its outline. */
const SIGNS: Partial<Record<Shape, string>> = { octagon: '!' };

const points = new Map<string, Style>();

/** One case on the map; the shapes are those of the list. */
export function pointStyle(look: Look): Style {
  const key = `${look.shape} ${look.tone}`;
  const known = points.get(key);
  if (known) return known;
  const sign = SIGNS[look.shape];
  const style = new Style({
    image: SHAPES[look.shape](new Fill({ color: TONES[look.tone] })),
    text: sign
      ? new Text({ text: sign, font: `700 12px ${MAP_FONT}`, fill: new Fill({ color: '#fff' }) })
      : undefined,
  });
  points.set(key, style);
  return style;
}

const clusters = new Map<string, Style>();

/** Several cases in one place: their number in a ring whose red arc is the share overdue. */
export function clusterStyle(count: number, overdue: number): Style {
  const key = `${count}/${overdue}`;
  const known = clusters.get(key);
  if (known) return known;
  const style = new Style({
    image: new Icon({ img: ringOf(overdue / count, radiusOf(count)), scale: 0.5 }),
    text: new Text({
      text: String(count),
      font: `700 ${count > 99 ? 11 : 13}px ${MAP_FONT}`,
      fill: new Fill({ color: '#17202e' }),
      offsetY: 1,
    }),
  });
  clusters.set(key, style);
  return style;
}

function radiusOf(count: number): number {
  return count >= 100 ? 21 : count >= 10 ? 18 : 15;
}

/** Drawn at twice its size, so that it stays sharp on fine screens. */
function ringOf(share: number, radius: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = radius * 4;
  const pen = canvas.getContext('2d')!;
  const centre = radius * 2;
  const arc = (from: number, to: number, colour: string, width: number, at: number) => {
    pen.beginPath();
    pen.arc(centre, centre, at, from - Math.PI / 2, to - Math.PI / 2);
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke();
  };
  const round = 2 * Math.PI;
  pen.beginPath();
  pen.arc(centre, centre, centre, 0, round);
  pen.fillStyle = '#ffffff';
  pen.fill();
  arc(0, round, '#3f6f9f', 8, centre - 6);
  if (share > 0) arc(0, round * share, TONES.late, 8, centre - 6);
  return canvas;
}

export const CHOSEN = new Style({
  image: new CircleStyle({
    radius: 17,
    stroke: new Stroke({ color: '#0a6ddb', width: 4 }),
    fill: new Fill({ color: 'rgb(255 255 255 / 85%)' }),
  }),
});

export function labelStyle(text: string, strong: boolean, offsetY: number): Style {
  return new Style({
    text: new Text({
      text,
      font: `${strong ? 600 : 500} ${strong ? 13 : 12}px ${MAP_FONT}`,
      fill: new Fill({ color: strong ? '#22303f' : '#3b4757' }),
      stroke: new Stroke({ color: 'rgb(255 255 255 / 92%)', width: 3.5 }),
      overflow: true,
      offsetY,
    }),
  });
}
