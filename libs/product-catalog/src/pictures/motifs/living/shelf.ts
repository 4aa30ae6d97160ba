import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, leaf, taper } from '../../outlines';
import { box, circle, fill, shadow, solid, stroke, turn } from '../../shapes';

const books = (x: number, floor: number, colours: readonly string[]): string =>
  colours
    .map((colour, at) => {
      const height = 50 + ((at * 7) % 16);
      return box([x + at * 17, floor - height], [15, height], 2, colour);
    })
    .join('');

export const shelf: Motif = ({ main, accent }) => [
  shadow(200, 128, 340),
  stroke('M100 320L94 338M300 320L306 338', main.shade, 11),
  solid('case', block(84, 56, 232, 268, 8), main, { shade: [12, 8] }),
  ...[68, 154, 240].map((y) => fill(block(96, y, 208, 76, 3), main.shade)),
  books(106, 144, [accent.base, tones.cream.base, tones.fern.base, tones.blush.base]),
  fill(taper(242, [112, 144], [40, 30], [3, 8]), tones.clay.base),
  ...[-46, -14, 18, 50].map((angle) => fill(leaf(242, 114, 40, angle, 13), tones.moss.light)),
  fill('M112 230C112 206 118 204 122 190H142C146 204 152 206 152 230Z', accent.light),
  box([124, 182], [16, 9], 3, accent.base),
  books(182, 230, [tones.navy.base, tones.mustard.base, accent.base]),
  turn(14, 250, 230, [box([240, 176], [14, 54], 2, tones.cream.base)]),
  fill(block(112, 274, 76, 42, 6), tones.oat.base),
  fill(block(108, 264, 84, 16, 5), tones.oat.shade),
  box([138, 290], [24, 10], 5, tones.walnut.base),
  books(216, 316, [tones.fern.light, tones.rust.base, tones.cream.base, tones.lake.base]),
  circle(276, 140, 5, tones.mustard.base),
  stroke('M88 64V312', main.light, 3),
];
