import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, leaf } from '../../outlines';
import { circle, fill, gleam, oval, solid, stroke, turn } from '../../shapes';

/** Left standing in the bed while its owner has tea. */
export const spade: Motif = ({ main, accent, pattern }) => [
  turn(9, 200, 320, [
    stroke('M200 92V230', accent.base, 15),
    stroke('M205 100V230', accent.shade, 5),
    stroke('M200 98L170 62Q166 38 184 36H216Q234 38 230 62Z', accent.base, 12),
    stroke('M178 36H222', main.base, 17),
    gleam('M196 120V170', 4),
    fill('M188 186H212L216 236H184Z', tones.steel.shade),
    solid('blade', block(146, 228, 108, 120, 10), main, { pattern, shade: [18, 0] }),
    stroke('M150 230H186M214 230H250', main.light, 7),
    gleam('M162 248V300'),
  ]),
  fill(
    'M44 352C60 306 106 316 128 300C156 284 176 312 204 304C238 290 258 308 282 302C320 300 344 322 356 352Z',
    tones.coffee.base,
  ),
  fill(
    'M70 352C88 322 120 332 140 318C160 312 180 330 206 322C240 312 262 328 288 322C312 322 326 336 332 352Z',
    tones.walnut.base,
  ),
  oval(200, 352, 158, 9, tones.coffee.base),
  circle(116, 332, 5, tones.oat.base),
  circle(286, 338, 6, tones.oat.base),
  circle(240, 334, 4, tones.oat.shade),
  ...[-38, 0, 38].map((angle) =>
    fill(leaf(88, 322, 40, angle, 16), angle ? tones.moss.base : tones.fern.base),
  ),
  ...[-30, 30].map((angle) => fill(leaf(318, 320, 32, angle, 14), tones.moss.base)),
];
