import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, taper } from '../../outlines';
import { circle, fill, gleam, glow, oval, shadow, solid, stroke } from '../../shapes';

const base =
  'M184 200C184 222 142 236 142 278C142 308 164 326 200 326C236 326 258 308 258 278C258 236 216 222 216 200Z';

export const tableLamp: Motif = ({ main, accent, pattern }) => [
  glow(200, 150, 180),
  shadow(200, 84),
  solid('base', base, accent, { shade: [20, 0] }),
  fill(block(156, 318, 88, 13, 6), accent.shade),
  gleam('M160 262C156 276 158 290 164 300'),
  fill(block(186, 188, 28, 16, 4), tones.brass.base),
  solid('shade', taper(200, [66, 192], [128, 206], [10, 8]), main, { pattern, shade: [22, 0] }),
  oval(200, 188, 98, 6, tones.butter.base),
  stroke('M244 192V226', tones.brass.base, 3),
  circle(244, 230, 5, tones.brass.base),
  gleam('M140 94L122 160'),
];
