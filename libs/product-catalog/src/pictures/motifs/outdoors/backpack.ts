import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { box, circle, fill, gleam, shadow, solid, stroke } from '../../shapes';

const body =
  'M112 318V170C112 118 152 102 200 102C248 102 288 118 288 170V318Q288 330 276 330H124Q112 330 112 318Z';
const flap =
  'M108 168C110 112 152 98 200 98C248 98 290 112 292 168C292 204 244 214 200 214C156 214 108 204 108 168Z';

export const backpack: Motif = ({ main, accent, pattern }) => [
  shadow(200, 112),
  stroke('M118 180C84 200 88 280 106 306M282 180C316 200 312 280 294 306', tones.walnut.base, 13),
  solid('roll', block(114, 66, 172, 50, 24), accent, { shade: [10, 12] }),
  circle(137, 91, 15, accent.light),
  circle(137, 91, 6, accent.shade),
  solid('body', body, main, { pattern, shade: [22, 0] }),
  solid('flap', flap, main, { shade: [20, 8] }),
  solid('pocket', block(136, 240, 128, 76, 16), main, { shade: [10, 8] }),
  stroke('M140 258H260', main.shade, 5),
  ...[152, 233].map((x) => box([x, 62], [15, 182], 4, tones.walnut.base)),
  ...[146, 227].map(
    (x) =>
      fill(block(x, 204, 27, 22, 5), tones.brass.base) +
      box([x + 7, 210], [13, 10], 2, tones.walnut.shade),
  ),
  fill(block(184, 272, 32, 22, 4), accent.base),
  gleam('M124 166C126 140 140 124 146 120'),
  gleam('M126 250V300', 5),
];
