import { paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { box, fill, gleam, shadow, solid, stroke, turn } from '../../shapes';

const book = (x: number, top: number, width: number, colour: string, label: string): string =>
  [
    fill(block(x, top, width, 330 - top, 4), colour),
    box([x, top + 22], [width, 8], 0, label),
    box([x, 292], [width, 5], 0, label),
  ].join('');

/** A pair of arches that keep a row of books upright. */
export const bookends: Motif = ({ main, accent, pattern }) => [
  shadow(200, 150),
  book(126, 138, 34, accent.base, accent.light),
  book(160, 164, 26, tones.sky.base, accent.base),
  book(186, 122, 38, tones.fern.base, tones.mustard.base),
  book(224, 154, 22, tones.blush.base, paper),
  turn(-11, 262, 330, [book(246, 148, 28, tones.navy.base, tones.sky.base)]),
  solid('left', 'M54 330V236C54 196 82 172 126 170V330Z', main, { pattern, shade: [0, 0] }),
  fill('M84 330V272C84 250 96 238 126 236V330Z', main.light),
  solid('right', 'M346 330V236C346 196 326 172 292 170V330Z', main, { pattern, shade: [14, 0] }),
  fill('M320 330V272C320 250 312 238 292 236V330Z', main.light),
  gleam('M68 300V240C68 220 78 204 94 194', 5),
  stroke('M196 190V268', tones.fern.light, 3, 0.6),
];
