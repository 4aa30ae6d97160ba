import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { circle, fill, gleam, shadow, solid, stroke, turn } from '../../shapes';

const body =
  'M76 188C76 164 124 154 200 154S324 164 324 188C324 232 252 268 214 306Q200 320 186 306C148 268 76 232 76 188Z';

/** Spinning, a little tipsy. */
export const top: Motif = ({ main, accent, pattern }) => [
  shadow(206, 84, 334),
  stroke('M66 300Q110 330 168 334M336 296Q300 322 256 332', tones.cream.base, 6, 0.9),
  turn(8, 200, 320, [
    solid('body', body, main, { pattern, shade: [28, 8] }),
    fill('M84 206Q200 236 316 206Q310 222 298 234Q200 258 102 234Q90 222 84 206Z', accent.base),
    fill('M144 268Q200 282 256 268L240 284Q200 294 160 284Z', accent.base),
    fill(block(188, 72, 24, 88, 6), tones.oak.base),
    fill(block(202, 72, 10, 88, 5), tones.oak.shade),
    circle(200, 66, 21, accent.base),
    circle(193, 59, 6, accent.light),
    fill('M148 158Q200 134 252 158Q200 166 148 158Z', main.shade),
    circle(200, 314, 8, tones.brass.base),
    gleam('M92 186C98 176 118 170 140 167'),
  ]),
];
