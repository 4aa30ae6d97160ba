import type { Motif } from '../../motif';
import { disc } from '../../outlines';
import { gleam, oval, shadow, solid, stroke } from '../../shapes';

/** Three legs, so that it never rocks. */
export const stool: Motif = ({ main, accent, pattern }) => [
  shadow(200, 112, 346),
  stroke('M200 176L204 322', accent.shade, 15),
  stroke('M150 272L250 266', accent.shade, 9),
  stroke('M146 176L104 342', accent.base, 17),
  stroke('M254 176L298 342', accent.base, 17),
  stroke('M122 276L204 282L282 276', accent.base, 9),
  solid('side', 'M82 150V172C82 190 134 202 200 202C266 202 318 190 318 172V150Z', main, {
    shade: [24, 0],
  }),
  oval(200, 150, 118, 28, main.light),
  solid('top', disc(200, 149, 110, 23), main, { pattern, shade: [0, 0] }),
  stroke('M130 142Q200 126 262 140M156 156Q210 148 250 158', main.shade, 3, 0.5),
  gleam('M96 176Q104 182 118 186', 5),
];
