import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { cast, circle, fill, gleam, oval, solid, stroke, turn } from '../../shapes';

const blade = 'M166 210Q200 200 234 210C246 262 236 318 200 356C164 318 154 262 166 210Z';

/** Beside the hole it dug, in which something has come up. */
export const trowel: Motif = ({ main, accent, pattern }) => [
  oval(122, 292, 96, 54, tones.coffee.base, 0.9),
  oval(114, 282, 74, 38, tones.walnut.base),
  circle(60, 262, 7, tones.walnut.shade),
  circle(176, 316, 9, tones.walnut.shade),
  circle(82, 334, 6, tones.walnut.shade),
  turn(42, 200, 200, [
    cast(block(180, 38, 40, 130, 18)),
    fill(blade, tones.steel.base),
    fill('M200 206Q222 204 234 210C246 262 236 318 200 356Z', tones.steel.shade),
    stroke('M200 168V300', tones.steel.light, 9),
    solid('handle', block(178, 34, 44, 126, 20), main, { pattern, shade: [12, 0] }),
    fill(block(182, 150, 36, 30, 5), accent.base),
    stroke('M184 160H216M184 170H216', accent.shade, 3),
    gleam('M190 58V130', 5),
    circle(200, 50, 5, main.shade),
  ]),
  stroke('M66 276C62 252 68 240 64 222', tones.moss.base, 5),
  fill('M65 230C44 230 32 216 32 200C54 200 66 212 65 230Z', tones.moss.base),
  fill('M66 228C66 210 78 198 96 198C96 218 84 230 66 228Z', tones.moss.light),
];
