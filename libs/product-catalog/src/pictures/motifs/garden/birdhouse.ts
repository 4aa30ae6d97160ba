import { ink, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, leaf, polygon } from '../../outlines';
import { circle, fill, gleam, solid, stroke } from '../../shapes';

const house = polygon(
  [
    [122, 170],
    [200, 88],
    [278, 170],
    [268, 314],
    [132, 314],
  ],
  8,
);
const roof = polygon(
  [
    [88, 178],
    [194, 62],
    [206, 62],
    [312, 178],
    [296, 194],
    [200, 96],
    [104, 194],
  ],
  7,
);
const farRoof = polygon(
  [
    [200, 62],
    [206, 62],
    [312, 178],
    [296, 194],
    [200, 96],
  ],
  7,
);
const bird =
  'M258 98C258 76 276 66 292 72C302 64 316 72 316 82L330 86L316 92C314 114 296 124 280 122L244 132C248 118 252 112 258 98Z';

/** On its post, with a tenant on the roof. */
export const birdhouse: Motif = ({ main, accent, pattern }) => [
  stroke('M200 300V420', tones.walnut.base, 22),
  stroke('M206 300V420', tones.walnut.shade, 8),
  solid('house', house, main, { pattern, shade: [20, 0] }),
  circle(200, 206, 33, main.shade),
  circle(200, 206, 27, ink),
  circle(202, 270, 9, main.shade),
  circle(200, 266, 9, accent.base),
  fill(roof, accent.base),
  fill(farRoof, accent.shade),
  gleam('M112 166L168 104', 5),
  solid('floor', block(112, 306, 176, 20, 7), accent, { shade: [14, 6] }),
  fill(bird, tones.navy.base),
  fill('M258 98C272 90 288 94 292 104C288 116 272 122 258 114Z', tones.lake.base),
  fill('M316 82L330 86L316 92Z', tones.mustard.base),
  circle(304, 82, 3, tones.cream.base),
  ...[-60, -20, 30].map((angle) => fill(leaf(112, 416, 76, angle, 28), tones.moss.base)),
  ...[-36, 8, 56].map((angle) => fill(leaf(292, 418, 70, angle, 27), tones.fern.light)),
];
