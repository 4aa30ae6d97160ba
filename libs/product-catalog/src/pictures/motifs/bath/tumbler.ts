import { paper } from '../../colours';
import type { Motif, Palette } from '../../motif';
import { block, taper } from '../../outlines';
import { box, fill, gleam, oval, shadow, solid, stroke, turn } from '../../shapes';

/** Two toothbrushes that get along. */
export const tumbler: Motif = ({ main, accent, pattern }) => [
  shadow(200, 84),
  turn(-15, 200, 260, toothbrush(178, accent)),
  turn(14, 200, 260, toothbrush(222, { base: main.light, shade: main.shade, light: main.light })),
  oval(200, 196, 68, 13, main.shade),
  solid('cup', taper(200, [194, 330], [140, 118], [5, 14]), main, { pattern, shade: [20, 0] }),
  oval(200, 196, 70, 6, main.light),
  gleam('M148 222L154 292'),
];

const toothbrush = (x: number, { base, shade, light }: Palette['main']): readonly string[] => [
  stroke(`M${x} 260V110`, base, 13),
  stroke(`M${x + 4} 260V120`, shade, 4),
  fill(block(x - 9, 52, 18, 72, 8), base),
  box([x + 9, 60], [16, 52], 3, paper),
  stroke(`M${x + 9} 74h16M${x + 9} 87h16M${x + 9} 100h16`, light, 3),
];
