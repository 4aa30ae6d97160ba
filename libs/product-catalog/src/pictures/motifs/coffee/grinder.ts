import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, taper } from '../../outlines';
import { circle, fill, gleam, oval, shadow, solid, stroke } from '../../shapes';

/** A box mill: crank, hopper, drawer. */
export const grinder: Motif = ({ main, accent }) => [
  shadow(200, 100),
  stroke('M200 108V84H284', tones.iron.base, 9),
  solid('grip', block(272, 46, 26, 42, 11), main, { shade: [9, 0] }),
  circle(200, 84, 8, tones.iron.shade),
  solid('hopper', 'M134 186C138 126 172 108 200 108C228 108 262 126 266 186Z', accent, {
    shade: [20, 0],
  }),
  gleam('M152 168C156 146 164 134 176 128', 5),
  solid('top', block(116, 184, 168, 16, 6), main, { shade: [18, 0] }),
  solid('box', taper(200, [200, 316], [148, 156], [2, 2]), main, { shade: [20, 0] }),
  stroke('M140 214H176M190 222H240M138 298H190M214 304H250', main.shade, 3, 0.6),
  solid('drawer', block(146, 236, 108, 56, 6), main, { shade: [6, 6] }),
  stroke('M148 238H252V290H148Z', main.shade, 3),
  circle(200, 264, 10, accent.base),
  circle(197, 261, 3, accent.light),
  solid('base', block(110, 314, 180, 17, 6), main, { shade: [18, 0] }),
  ...[86, 104, 318].map((x, at) => turnedBean(x, 326 - (at % 2) * 4)),
];

const turnedBean = (x: number, y: number): string =>
  oval(x, y, 10, 7, tones.coffee.base) +
  fill(`M${x - 8} ${y}Q${x} ${y - 5} ${x + 8} ${y}Q${x} ${y - 2} ${x - 8} ${y}Z`, tones.oak.base);
