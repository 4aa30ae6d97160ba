import type { Motif } from '../../motif';
import { circle, fill, gleam, shadow, solid, stroke } from '../../shapes';

const pillow =
  'M78 104Q66 92 86 92Q200 118 314 92Q334 92 322 104Q300 208 324 314Q332 330 312 328Q200 304 88 328Q68 330 76 314Q100 208 78 104Z';

export const cushion: Motif = ({ main, accent, pattern }) => [
  shadow(200, 126, 326),
  solid('pillow', pillow, main, { pattern, shade: [22, 10] }),
  stroke(pillow, accent.base, 6),
  stroke(
    'M200 212C176 196 150 172 130 152M200 212C224 196 250 172 270 152M200 212C180 232 156 256 136 276M200 212C224 232 246 256 266 276',
    main.shade,
    4,
    0.45,
  ),
  circle(200, 212, 15, accent.shade),
  circle(199, 210, 13, accent.base),
  fill('M192 206Q196 200 204 202Q198 204 192 206Z', accent.light),
  gleam('M104 134Q108 164 108 196', 7),
];
