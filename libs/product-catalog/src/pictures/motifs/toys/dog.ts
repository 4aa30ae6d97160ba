import { ink, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { circle, fill, gleam, oval, shadow, solid, stroke, turn } from '../../shapes';
import { wheel } from './car';

/** A dachshund to pull along. */
export const dog: Motif = ({ main, accent, pattern }) => [
  shadow(196, 156, 332),
  stroke('M330 290C366 300 352 330 388 326', accent.shade, 5),
  stroke('M66 216C44 200 42 176 54 160', main.shade, 15),
  solid('body', block(56, 186, 246, 84, 40), main, { pattern, shade: [12, 16] }),
  fill(block(140, 184, 74, 88, 4), accent.base),
  fill(block(196, 184, 18, 88, 4), accent.shade),
  solid(
    'head',
    'M250 120C256 88 300 84 318 104L358 128C372 140 366 162 346 164L308 168C296 210 250 214 240 186C234 166 244 146 250 120Z',
    main,
    { shade: [6, 10] },
  ),
  turn(10, 262, 150, [oval(262, 158, 20, 42, main.shade)]),
  oval(358, 136, 12, 9, ink),
  circle(308, 120, 6, ink),
  stroke('M250 196Q272 212 300 192', tones.clay.base, 11),
  circle(274, 210, 8, tones.brass.base),
  solid('board', block(58, 266, 276, 20, 9), tones.oak, { shade: [12, 0] }),
  wheel(102, 300, 31, accent.base),
  wheel(286, 300, 31, accent.base),
  gleam('M76 222Q80 204 98 200'),
];
