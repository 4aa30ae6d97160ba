import { ink, paper, type Tone, tones } from './colours';
import { element } from './svg';

export const fill = (d: string, colour: string, opacity?: number): string =>
  element('path', { d, fill: colour, opacity });

export const stroke = (d: string, colour: string, width: number, opacity?: number): string =>
  element('path', {
    d,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    opacity,
  });

export const circle = (
  x: number,
  y: number,
  radius: number,
  colour: string,
  opacity?: number,
): string => element('circle', { cx: x, cy: y, r: radius, fill: colour, opacity });

export const oval = (
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
  opacity?: number,
): string => element('ellipse', { cx: x, cy: y, rx: width, ry: height, fill: colour, opacity });

export const box = (
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
  bend: number,
  colour: string,
): string => element('rect', { x, y, width, height, rx: bend, fill: colour });

/** Turned about a point, in degrees, clockwise. */
export const turn = (angle: number, x: number, y: number, art: readonly string[]): string =>
  element('g', { transform: `rotate(${angle} ${x} ${y})` }, art);

export const shift = (x: number, y: number, art: readonly string[]): string =>
  element('g', { transform: `translate(${x} ${y})` }, art);

/** Left and right exchanged. */
export const mirror = (art: readonly string[]): string =>
  element('g', { transform: 'matrix(-1 0 0 1 400 0)' }, art);

interface Finish {
  /** A paint such as `url(#pattern)`, laid over the colour. */
  pattern?: string | undefined;
  /** How far the shaded edge reaches in from the right and from below. */
  shade?: readonly [number, number];
}

/** Everything but the outline: moved up and left, it leaves the far edge of a form in shade. */
const around = (d: string): string => `M-400-400H800V800H-400Z${d}`;

/** A form with its light from the upper left. The id is unique within a picture. */
export const solid = (
  id: string,
  d: string,
  tone: Tone,
  { pattern, shade: [x, y] = [14, 0] }: Finish = {},
): string =>
  [
    element('clipPath', { id }, [element('path', { d })]),
    fill(d, tone.base),
    ...(pattern ? [fill(d, pattern)] : []),
    element('g', { 'clip-path': `url(#${id})` }, [
      element('path', {
        d: around(d),
        'fill-rule': 'evenodd',
        fill: ink,
        opacity: 0.16,
        transform: `translate(${-x} ${-y})`,
      }),
    ]),
  ].join('');

export const gleam = (d: string, width = 6): string => stroke(d, paper, width, 0.55);

/** Where a thing stands on its ground. */
export const shadow = (x: number, width: number, y = 330): string =>
  oval(x, y, width, Math.min(13, 5 + width / 14), ink, 0.15);

/** The shadow of a thing that lies flat or hangs close to the wall. */
export const cast = (d: string): string =>
  element('path', { d, fill: ink, opacity: 0.13, transform: 'translate(9 12)' });

export const steam = (x: number, y: number): string =>
  stroke(`M${x} ${y}c-15-18 15-30 0-52`, paper, 7, 0.75);

/** Light around a lamp or a flame. */
export const glow = (x: number, y: number, radius: number): string =>
  [1, 0.72, 0.45].map((share) => circle(x, y, radius * share, tones.butter.base, 0.16)).join('');
