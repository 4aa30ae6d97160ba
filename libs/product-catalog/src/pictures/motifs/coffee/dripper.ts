import { paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, taper } from '../../outlines';
import { circle, fill, gleam, oval, shadow, solid, steam, stroke } from '../../shapes';

const flask =
  'M166 212H234V226C242 252 282 276 282 306Q282 330 258 330H142Q118 330 118 306C118 276 158 252 166 226Z';

/** A cone with its filter, over a flask that fills. */
export const dripper: Motif = ({ main, accent, pattern }) => [
  shadow(200, 98),
  fill(flask, tones.glass.base),
  fill(
    'M124 288C130 280 140 270 148 264H252C262 270 272 280 276 288C282 300 282 330 258 330H142C118 330 118 300 124 288Z',
    tones.coffee.base,
  ),
  oval(200, 264, 52, 7, tones.walnut.base),
  stroke('M200 214V256', tones.coffee.base, 4),
  gleam('M142 282Q134 292 134 306'),
  fill('M134 104L142 92L262 92L268 104Z', paper),
  oval(200, 96, 62, 9, tones.coffee.base),
  stroke('M258 126C306 118 306 168 244 172', main.shade, 13),
  solid('cone', taper(200, [104, 196], [148, 64], [6, 10]), main, { pattern, shade: [18, 0] }),
  solid('plate', block(144, 194, 112, 13, 6), main, { shade: [14, 0] }),
  fill(block(160, 207, 80, 16, 5), accent.base),
  circle(200, 215, 4, accent.shade),
  gleam('M146 118L166 164', 5),
  steam(184, 80),
  steam(216, 74),
];
