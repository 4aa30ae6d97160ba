import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { fill, gleam, shadow, solid, stroke } from '../../shapes';

const fringe = Array.from({ length: 15 }, (_, at) => 92 + at * 15.5);

/** Folded in four, fringe to the front. */
export const blanket: Motif = ({ main, accent, pattern }) => [
  shadow(200, 140, 334),
  solid('lowest', block(70, 262, 264, 66, 32), main, { pattern, shade: [20, 10] }),
  stroke('M92 296H312', main.shade, 4, 0.7),
  solid('middle', block(74, 196, 258, 70, 34), main, { pattern, shade: [20, 10] }),
  fill('M78 206H330V217H78Z', main.shade, 0.8),
  ...fringe.map((x, at) =>
    stroke(`M${x} 208Q${x + (at % 2 ? 4 : -4)} 220 ${x} 236`, accent.base, 5),
  ),
  solid(
    'top',
    'M76 162C76 136 90 126 112 126H296C322 126 334 138 332 162V198Q332 210 318 210H90Q76 210 76 198Z',
    main,
    { pattern, shade: [20, 0] },
  ),
  stroke('M84 205H324', accent.base, 8),
  gleam('M96 164C98 150 106 144 120 143', 6),
];
