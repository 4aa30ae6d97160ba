import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { leaf } from '../../outlines';
import { circle, fill, gleam, shadow, solid, stroke } from '../../shapes';

const holes = [
  [240, [110, 140, 170, 200, 230, 260, 290]],
  [264, [125, 155, 185, 215, 245, 275]],
  [288, [148, 174, 200, 226, 252]],
] as const;

/** Draining salad leaves. */
export const colander: Motif = ({ main, accent }) => [
  shadow(200, 92),
  stroke('M160 318L150 330M240 318L250 330', accent.shade, 12),
  stroke('M82 214C44 206 44 240 86 244M318 214C356 206 356 240 314 244', accent.base, 13),
  ...[-62, -38, -12, 16, 40, 64].map((angle, at) =>
    fill(leaf(200 + angle, 216, 84, angle * 0.75, 38), at % 2 ? tones.fern.light : tones.moss.base),
  ),
  ...[-44, 0, 44].map((angle) =>
    stroke(`M${200 + angle} 214L${200 + angle * 1.7} 158`, tones.sage.light, 3.5),
  ),
  solid('bowl', 'M76 208H324C322 276 268 322 200 322C132 322 78 276 76 208Z', main, {
    shade: [24, 6],
  }),
  ...holes.flatMap(([y, row]) => row.map((x) => circle(x, y, 5.5, main.shade))),
  stroke('M78 210H322', accent.base, 11),
  gleam('M92 232C98 256 108 272 122 284', 5),
];
