import { ink, tones } from '../../colours';
import type { Motif } from '../../motif';
import { disc } from '../../outlines';
import { circle, fill, gleam, oval, shadow, solid, stroke, turn } from '../../shapes';

/** Sits, waits, forgives. */
export const bear: Motif = ({ main, accent, pattern }) => [
  shadow(200, 120, 334),
  circle(136, 78, 30, main.base),
  circle(264, 78, 30, main.shade),
  circle(136, 80, 16, accent.light),
  circle(264, 80, 16, accent.light),
  turn(24, 116, 230, [oval(116, 230, 27, 54, main.shade)]),
  turn(-24, 284, 230, [oval(284, 230, 27, 54, main.shade)]),
  solid('body', disc(200, 252, 84, 82), main, { pattern, shade: [14, 6] }),
  oval(200, 262, 48, 50, accent.light),
  solid('head', disc(200, 132, 84, 76), main, { shade: [14, 6] }),
  oval(200, 158, 36, 29, accent.light),
  oval(200, 146, 13, 9, ink),
  stroke('M200 155V166M184 172Q192 178 200 168Q208 178 216 172', ink, 4),
  circle(168, 124, 7, ink),
  circle(232, 124, 7, ink),
  fill('M200 206L158 192V226ZM200 206L242 192V226Z', tones.clay.base),
  circle(200, 208, 10, tones.clay.shade),
  solid('left-foot', disc(130, 310, 38, 28), main, { shade: [6, 4] }),
  solid('right-foot', disc(270, 310, 38, 28), main, { shade: [10, 4] }),
  oval(128, 312, 20, 14, accent.light),
  oval(268, 312, 20, 14, accent.light),
  gleam('M130 130C132 108 142 92 156 84', 6),
];
