import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/shared/tokens.css', 'utf8');
const tokens = Object.fromEntries(
  [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]!]),
);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const readable = [
  ...['paper', 'ground', 'brand-tint'].flatMap((ground) =>
    ['ink', 'ink-soft', 'brand', 'late'].map((ink) => [ink, ground]),
  ),
  ...['late', 'soon', 'good', 'busy', 'check', 'idle'].map((status) => [status, `${status}-tint`]),
  ...['soon', 'good', 'busy', 'check', 'idle'].map((status) => [status, 'paper']),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
] as [string, string][];

describe('colours', () => {
  it.each(readable)('%s is readable on %s', (ink, ground) => {
    expect(contrast(tokens[ink]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['line-strong', 'focus'])('%s shows the edge of a control', (edge) => {
    expect(contrast(tokens[edge]!, tokens.paper!)).toBeGreaterThanOrEqual(3);
  });
});
