import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { gleam, oval, shadow, solid, steam, stroke } from '../../shapes';

const body = 'M104 206H284C284 262 262 306 226 308H162C126 306 104 262 104 206Z';

/** With its saucer and a biscuit on the side. */
export const cup: Motif = ({ main, accent, pattern }) => [
  shadow(196, 140, 334),
  oval(196, 318, 142, 17, accent.shade),
  oval(196, 312, 142, 17, accent.base),
  oval(196, 311, 92, 9, accent.shade),
  stroke('M278 222C334 212 330 284 258 280', main.shade, 17),
  stroke('M278 219C330 210 326 281 258 277', main.base, 9),
  solid('body', body, main, { pattern, shade: [22, 4] }),
  oval(194, 206, 90, 17, main.light),
  oval(194, 208, 78, 12, tones.coffee.base),
  oval(182, 206, 34, 5, tones.oak.light, 0.8),
  gleam('M122 236C126 260 136 280 148 290'),
  oval(302, 306, 26, 9, tones.oak.shade),
  oval(302, 302, 26, 9, tones.oak.light),
  steam(172, 178),
  steam(212, 170),
];
