import { paper } from '../../colours';
import type { Motif } from '../../motif';
import { block, leaf } from '../../outlines';
import { circle, fill, gleam, oval, shadow, solid, stroke } from '../../shapes';

const bubble = (x: number, y: number, radius: number): string =>
  circle(x, y, radius, paper, 0.75) +
  stroke(
    `M${x - radius * 0.5} ${y - radius * 0.1}Q${x - radius * 0.45} ${y - radius * 0.5} ${x - radius * 0.05} ${y - radius * 0.55}`,
    paper,
    3,
  );

/** A bar on its dish, with a few bubbles. */
export const soap: Motif = ({ main, accent, pattern }) => [
  shadow(200, 140, 332),
  solid('dish', 'M56 272H344C340 310 308 330 270 330H130C92 330 60 310 56 272Z', accent, {
    shade: [22, 4],
  }),
  oval(200, 273, 144, 16, accent.light),
  oval(200, 274, 124, 10, accent.shade),
  solid(
    'bar',
    'M92 204C92 178 112 168 138 168H262C288 168 308 178 308 204V242C308 266 290 274 262 274H138C110 274 92 266 92 242Z',
    main,
    { pattern, shade: [20, 8] },
  ),
  fill(block(118, 182, 164, 52, 20), main.light, 0.7),
  fill(leaf(200, 226, 36, 0, 14), main.shade),
  fill(leaf(198, 228, 32, -58, 12), main.shade),
  fill(leaf(202, 228, 32, 58, 12), main.shade),
  gleam('M108 220V206C108 196 114 188 124 185'),
  bubble(296, 158, 28),
  bubble(330, 206, 15),
  bubble(258, 126, 15),
  bubble(312, 104, 10),
  bubble(88, 168, 17),
  bubble(70, 128, 9),
  stroke('M96 296C110 312 128 318 146 319', accent.light, 5),
];
