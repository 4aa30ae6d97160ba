import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, taper } from '../../outlines';
import { fill, gleam, shadow, solid, stroke } from '../../shapes';

const turns = (from: number, slant: number): string =>
  [0, 1, 2, 3, 4, 5]
    .map(
      (at) =>
        `M${126 - at} ${from + at * 22}Q196 ${from + 24 + at * 22} ${266 + at} ${from - slant + at * 22}`,
    )
    .join('');

/** A spool, with one end already loose. */
export const twine: Motif = ({ main, accent }) => [
  shadow(196, 108),
  solid('top', block(104, 100, 184, 30, 12), accent, { shade: [22, 0] }),
  solid('wound', taper(196, [128, 304], [132, 148], [16, 16]), main, { shade: [22, 0] }),
  stroke(turns(156, 6), main.shade, 4, 0.8),
  stroke(turns(167, 6), main.light, 4, 0.8),
  solid('bottom', block(94, 300, 204, 31, 12), accent, { shade: [22, 0] }),
  stroke('M266 264C330 262 300 330 342 326C372 322 362 292 346 298', main.base, 7),
  stroke('M128 110H200M116 314H176M196 320H232', accent.shade, 3, 0.6),
  fill(block(164, 184, 66, 64, 5), tones.cream.base),
  fill('M197 194C214 206 214 228 197 240C180 228 180 206 197 194Z', tones.moss.base),
  stroke('M197 206V240', tones.cream.base, 3),
  gleam('M140 150V196', 5),
];
