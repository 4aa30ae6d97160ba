import { circle, fill, stroke } from './shapes';
import { element } from './svg';

interface Tile {
  size: readonly [width: number, height: number];
  draw: (colour: string) => string;
}

const speckles = [
  [6, 9, 2.4],
  [27, 5, 1.6],
  [45, 18, 2.6],
  [17, 28, 1.8],
  [35, 38, 2.2],
  [8, 47, 1.6],
  [51, 50, 1.9],
] as const;

/** Tiles repeat over a surface; `dip` and `band` are as large as the picture and show once. */
const tiles = {
  stripes: { size: [24, 24], draw: (colour) => fill('M0 4H24V13H0Z', colour) },
  pinstripes: { size: [17, 17], draw: (colour) => fill('M6 0H10V17H6Z', colour) },
  dots: {
    size: [30, 30],
    draw: (colour) => circle(7, 8, 4.5, colour) + circle(22, 23, 4.5, colour),
  },
  check: {
    size: [30, 30],
    draw: (colour) => fill('M0 0H15V30H0Z', colour, 0.5) + fill('M0 0H30V15H0Z', colour, 0.5),
  },
  speckle: {
    size: [57, 57],
    draw: (colour) => speckles.map(([x, y, radius]) => circle(x, y, radius, colour)).join(''),
  },
  chevron: { size: [32, 26], draw: (colour) => stroke('M-4 22L16 6L36 22', colour, 6) },
  waves: {
    size: [40, 24],
    draw: (colour) => stroke('M-10 12C0 2 0 2 10 12S20 22 30 12S40 2 50 12', colour, 4.5),
  },
  leaves: {
    size: [46, 50],
    draw: (colour) =>
      fill('M12 22Q0 12 12 0Q24 12 12 22Z', colour) +
      fill('M35 47Q23 37 35 25Q47 37 35 47Z', colour),
  },
  crosses: {
    size: [34, 34],
    draw: (colour) => stroke('M17 10V24M10 17H24', colour, 5),
  },
  diamonds: {
    size: [38, 52],
    draw: (colour) => fill('M19 5L34 26L19 47L4 26Z', colour),
  },
  grid: { size: [26, 26], draw: (colour) => fill('M0 0H26V3H3V26H0Z', colour) },
  herringbone: {
    size: [36, 18],
    draw: (colour) => stroke('M2 2L16 16M34 2L20 16', colour, 4),
  },
  dip: { size: [400, 400], draw: (colour) => fill('M0 268H400V400H0Z', colour) },
  band: {
    size: [400, 400],
    draw: (colour) => fill('M0 214H400V246H0ZM0 254H400V260H0ZM0 200H400V206H0Z', colour),
  },
} satisfies Record<string, Tile>;

export type PatternName = keyof typeof tiles;

/** The paint that fills a shape with the picture's pattern. */
export const patternPaint = 'url(#pattern)';

export const patternDefinition = (name: PatternName, colour: string): string => {
  const { size, draw } = tiles[name];
  return element(
    'pattern',
    { id: 'pattern', width: size[0], height: size[1], patternUnits: 'userSpaceOnUse' },
    [draw(colour)],
  );
};
