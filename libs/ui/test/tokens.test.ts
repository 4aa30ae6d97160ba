import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(join(import.meta.dirname, '../src/styles/tokens.css'), 'utf8');
const colours = new Map(
  [...tokens.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
);

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (name: string): number => {
  const hex = colours.get(name);
  if (!hex) throw new Error(`there is no colour --${name}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

describe('the colours', () => {
  it.each([
    ['ink', 'paper'],
    ['ink', 'clay-wash'],
    ['ink-soft', 'paper'],
    ['ink-soft', 'paper-deep'],
    ['ink-soft', 'clay-wash'],
    ['ink-soft', 'white'],
    ['green', 'paper'],
    ['green', 'green-wash'],
    ['clay-deep', 'paper'],
    ['clay-deep', 'white'],
    ['paper', 'green'],
    ['paper', 'green-deep'],
    ['paper', 'ink'],
  ])('of text have a contrast of 4.5 to 1: %s on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['edge', 'paper'],
    ['clay', 'paper'],
  ])('of the edges of controls and of the focus have 3 to 1: %s on %s', (line, ground) => {
    expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
  });
});
