import { paper } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { cast, circle, fill, gleam, oval, solid, stroke, turn } from '../../shapes';

const dough =
  'M92 214C76 142 150 92 214 104C290 92 340 160 318 224C316 302 236 330 180 312C128 318 92 272 92 214Z';

export const rollingPin: Motif = ({ main, accent, pattern }) => [
  cast(dough),
  fill(dough, paper),
  fill(dough, '#F1DFC0', 0.75),
  stroke('M128 250C136 278 160 292 188 294', paper, 7, 0.9),
  turn(-38, 200, 205, [
    cast(block(106, 176, 188, 58, 14)),
    solid('left', block(34, 190, 82, 30, 15), accent, { shade: [0, 9] }),
    solid('right', block(284, 190, 82, 30, 15), accent, { shade: [0, 9] }),
    solid('pin', block(104, 174, 192, 62, 14), main, { pattern, shade: [0, 16] }),
    gleam('M124 188H230'),
    stroke('M134 206H190M206 214H262', main.shade, 3, 0.6),
    oval(42, 205, 4, 9, accent.shade),
  ]),
  circle(76, 92, 5, paper),
  circle(104, 70, 3.5, paper),
  circle(330, 300, 5, paper),
  circle(312, 330, 3.5, paper),
  circle(350, 276, 3, paper),
];
