import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { circle, fill, gleam, shadow, solid, steam, stroke } from '../../shapes';

const body =
  'M98 246C98 186 146 164 204 164C262 164 306 186 306 246C306 298 262 322 204 322C146 322 98 298 98 246Z';
const spout = 'M124 288C72 276 84 214 50 190Q44 182 54 178L78 174C102 178 104 210 132 214Z';

export const teapot: Motif = ({ main, accent, pattern }) => [
  shadow(204, 104),
  stroke('M294 212C372 186 372 302 288 292', accent.shade, 19),
  stroke('M294 209C368 184 368 299 288 289', accent.base, 11),
  solid('spout', spout, main, { shade: [0, 0] }),
  fill(block(148, 314, 112, 17, 6), main.shade),
  solid('body', body, main, { pattern, shade: [24, 8] }),
  solid('lid', 'M146 170C150 132 258 132 262 170Q204 184 146 170Z', main, { shade: [20, 0] }),
  stroke('M144 171Q204 186 264 171', main.shade, 5),
  circle(204, 128, 15, accent.base),
  circle(199, 123, 4, accent.light),
  gleam('M120 236C122 214 134 200 150 192'),
  steam(48, 160),
];
