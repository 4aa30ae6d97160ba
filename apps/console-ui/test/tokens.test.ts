import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../src/styles/tokens.css'), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name, light, dark]) => [name, { light, dark }],
  ),
);
type Scheme = 'light' | 'dark';

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (name: string, scheme: Scheme): number => {
  const hex = colours.get(name)?.[scheme];
  if (!hex) throw new Error(`there is no colour --${name}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
const contrast = (one: string, other: string, scheme: Scheme): number => {
  const [dark = 0, light = 0] = [luminance(one, scheme), luminance(other, scheme)].sort(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ['ground', 'surface', 'raised'];
const texts = ['ink', 'ink-soft', 'accent', 'bad', 'warn', 'good'];
const pairs = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...['bad', 'warn', 'good', 'accent'].flatMap((tone) =>
    [tone, 'ink', 'ink-soft'].map((text) => [text, `${tone}-wash`] as const),
  ),
  ['on-accent', 'accent'] as const,
];
const lines = ['edge', ...[1, 2, 3, 4, 5, 6, 7, 8].map((hue) => `hue-${hue}`)];

describe.each(['light', 'dark'] as const)('the %s colours', (scheme) => {
  it.each(pairs)('of text have a contrast of 4.5 to 1: %s on %s', (text, ground) => {
    expect(contrast(text, ground, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(lines)('of lines have a contrast of 3 to 1 on surfaces: %s', (line) => {
    expect(contrast(line, 'surface', scheme)).toBeGreaterThanOrEqual(3);
  });
});
