import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { leaf, polygon } from '../../outlines';
import { fill, gleam, shadow, solid, stroke } from '../../shapes';

const body = polygon([
  [92, 160, 4],
  [300, 160, 4],
  [314, 318, 14],
  [300, 331, 8],
  [94, 331, 8],
  [80, 318, 14],
]);

/** Home from the market with bread and leeks. */
export const tote: Motif = ({ main, accent, pattern }) => [
  shadow(198, 120),
  stroke('M150 170C150 80 240 80 240 170', accent.shade, 11),
  fill('M236 176L262 66Q274 48 290 60Q300 70 294 84L266 182Z', tones.oak.base),
  stroke('M264 104L284 112M258 128L278 136M270 82L290 88', tones.oak.light, 5),
  ...[-34, -14, 10].map((angle, at) =>
    fill(leaf(124, 176, 116, angle, 26), at === 1 ? tones.fern.base : tones.moss.base),
  ),
  stroke('M124 176L118 108', tones.sage.light, 4),
  solid('body', body, main, { pattern, shade: [20, 0] }),
  stroke('M94 176H300', main.shade, 4, 0.7),
  stroke('M146 200V172C146 70 250 70 250 172V200', accent.base, 12),
  stroke('M140 196L152 208M152 196L140 208M244 196L256 208M256 196L244 208', accent.light, 3),
  gleam('M108 200L102 280'),
];
