import { paper } from '../../colours';
import type { Motif } from '../../motif';
import { block, leaf } from '../../outlines';
import { fill, gleam, oval, shadow, solid, stroke } from '../../shapes';

export const tin: Motif = ({ main, accent, pattern }) => [
  shadow(200, 96),
  solid('body', block(118, 160, 164, 170, 12), main, { pattern, shade: [26, 0] }),
  solid('lid', block(112, 112, 176, 56, 14), accent, { shade: [28, 0] }),
  fill('M112 152H288V160H112Z', accent.shade),
  solid('knob', block(178, 90, 44, 26, 10), accent, { shade: [10, 0] }),
  oval(200, 248, 50, 56, paper),
  stroke(
    'M200 200C228 200 243 222 243 248S228 296 200 296S157 274 157 248S172 200 200 200Z',
    accent.base,
    3,
  ),
  stroke('M200 284V222', main.shade, 4),
  fill(leaf(200, 250, 38, 0, 13), accent.base),
  fill(leaf(200, 276, 36, -48, 13), main.base),
  fill(leaf(200, 276, 36, 48, 13), main.base),
  gleam('M130 180V296'),
  gleam('M126 126V140', 5),
];
