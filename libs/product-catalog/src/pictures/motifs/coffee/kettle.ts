import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { taper } from '../../outlines';
import { box, circle, gleam, shadow, solid, steam, stroke } from '../../shapes';

export const kettle: Motif = ({ main, accent, pattern }) => [
  shadow(212, 112),
  stroke('M140 206C120 84 304 84 284 206', tones.iron.base, 10),
  stroke('M166 118Q212 94 258 118', accent.base, 22),
  stroke('M168 114Q190 102 212 101', accent.light, 5),
  stroke('M132 296C66 292 96 200 52 184', main.shade, 20),
  stroke('M134 290C74 286 100 198 54 181', main.base, 12),
  solid('body', taper(212, [204, 330], [152, 206], [30, 20]), main, { pattern, shade: [26, 0] }),
  solid('lid', 'M160 206C164 178 260 178 264 206Z', main, { shade: [20, 0] }),
  box([154, 200], [116, 10], 5, main.shade),
  circle(212, 172, 13, accent.base),
  circle(208, 168, 4, accent.light),
  gleam('M142 246C136 268 132 284 130 300'),
  steam(46, 164),
];
