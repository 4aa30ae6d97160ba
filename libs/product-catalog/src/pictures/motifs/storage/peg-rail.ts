import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { cast, circle, fill, gleam, oval, solid, stroke } from '../../shapes';

const bag = 'M74 196H158L168 322Q116 334 64 322Z';

/** Four pegs: a bag, a sun hat, and two free for guests. */
export const pegRail: Motif = ({ main, accent }) => [
  cast(block(34, 88, 332, 58, 10)),
  solid('rail', block(34, 84, 332, 58, 10), main, { shade: [12, 8] }),
  stroke('M54 100H150M180 112H286M230 98H330M70 128H126M250 128H316', main.shade, 3, 0.5),
  ...[46, 354].map((x) => circle(x, 113, 4, tones.brass.shade)),
  stroke('M92 198C92 100 140 100 140 198', accent.shade, 8),
  solid('bag', bag, accent, { shade: [12, 6] }),
  gleam('M88 218L82 290', 5),
  stroke('M253 130V170', tones.walnut.base, 4),
  fill('M212 218C214 150 292 150 294 218Z', tones.butter.base),
  fill('M212 206Q252 190 294 206L294 220H212Z', tones.clay.base),
  oval(253, 222, 82, 19, tones.butter.base),
  oval(253, 218, 42, 6, tones.butter.shade),
  stroke('M180 226Q252 250 326 226', tones.mustard.base, 4, 0.7),
  ...[116, 184, 253, 322].map(
    (x) =>
      circle(x + 3, 121, 17, main.shade) +
      circle(x, 117, 16, main.light) +
      circle(x - 4, 112, 5, tones.cream.base, 0.8),
  ),
];
