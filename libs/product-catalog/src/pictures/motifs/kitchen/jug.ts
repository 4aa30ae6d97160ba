import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { fill, gleam, oval, shadow, solid, stroke } from '../../shapes';

const body =
  'M128 120L118 104Q116 96 128 98L246 106Q252 108 250 116C244 160 250 180 262 214C278 260 270 312 252 324Q244 330 232 330H156Q144 330 136 324C118 310 110 260 126 214C138 180 140 150 128 120Z';

export const jug: Motif = ({ main, accent, pattern }) => [
  shadow(196, 92),
  stroke('M248 132C330 120 330 236 268 246', main.shade, 18),
  stroke('M248 130C326 118 326 234 268 244', accent.base, 8),
  solid('body', body, main, { pattern, shade: [22, 0] }),
  fill('M116 98Q180 116 250 108L250 118Q184 126 122 110Z', accent.base),
  oval(190, 103, 58, 6, accent.shade, 0.6),
  fill(block(142, 322, 104, 9, 4), accent.base),
  gleam('M142 214C130 246 130 272 138 296'),
  gleam('M150 136Q154 156 150 174', 5),
];
