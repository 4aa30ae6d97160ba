import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { taper } from '../../outlines';
import { gleam, oval, shadow, solid, steam, stroke } from '../../shapes';

export const mug: Motif = ({ main, pattern }) => [
  shadow(190, 104),
  stroke('M254 204C340 190 340 304 244 292', main.shade, 21),
  stroke('M254 200C336 188 336 300 244 288', main.base, 13),
  solid('body', taper(188, [166, 330], [160, 140], [4, 36]), main, { pattern, shade: [22, 0] }),
  oval(188, 168, 80, 16, main.light),
  oval(188, 170, 68, 11, tones.coffee.base),
  oval(172, 168, 26, 4, tones.oak.base, 0.55),
  gleam('M126 204L130 278'),
  steam(166, 140),
  steam(206, 132),
];
