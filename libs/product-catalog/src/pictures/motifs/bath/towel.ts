import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { box, circle, fill, gleam, shadow, solid, stroke } from '../../shapes';

/** Two folded, one rolled on top. */
export const towel: Motif = ({ main, accent, pattern }) => [
  shadow(200, 140, 332),
  solid('lower', block(70, 266, 260, 64, 28), accent, { shade: [20, 8] }),
  stroke('M88 298H314', accent.shade, 4),
  box([272, 266], [14, 64], 0, accent.light),
  solid('upper', block(78, 206, 248, 64, 28), main, { pattern, shade: [20, 8] }),
  stroke('M96 238H310', main.shade, 4),
  box([262, 206], [8, 64], 0, accent.base),
  box([276, 206], [16, 64], 0, accent.base),
  solid('roll', 'M132 122H276C302 122 318 140 318 166S302 210 276 210H132Z', main, {
    pattern,
    shade: [0, 14],
  }),
  circle(134, 166, 46, main.shade),
  circle(134, 166, 42, main.light),
  stroke(
    'M132 168C132 160 144 160 144 170C142 182 120 180 120 166C122 146 158 148 158 170C156 196 108 194 108 164C110 134 168 138 170 166',
    main.shade,
    5,
  ),
  fill('M250 122H262V210H250ZM268 122H284V210H268Z', accent.base),
  gleam('M190 136H232', 5),
];
