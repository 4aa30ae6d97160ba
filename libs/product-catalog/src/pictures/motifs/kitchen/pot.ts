import type { Motif } from '../../motif';
import { taper } from '../../outlines';
import { box, circle, fill, gleam, shadow, solid, steam, stroke } from '../../shapes';

export const pot: Motif = ({ main, accent, pattern }) => [
  shadow(200, 128),
  stroke('M96 226C58 220 58 262 96 256', main.shade, 15),
  stroke('M304 226C342 220 342 262 304 256', main.shade, 15),
  solid('body', taper(200, [186, 328], [220, 204], [6, 44]), main, { pattern, shade: [24, 6] }),
  solid('lid', 'M88 186C92 132 308 132 312 186Z', main, { shade: [26, 0] }),
  box([84, 179], [232, 14], 7, accent.base),
  fill('M184 146H216L212 132H188Z', accent.shade),
  circle(200, 124, 15, accent.base),
  circle(195, 119, 4, accent.light),
  gleam('M112 214C112 250 116 276 124 292'),
  gleam('M124 168C138 156 152 151 168 149', 5),
  steam(292, 128),
];
