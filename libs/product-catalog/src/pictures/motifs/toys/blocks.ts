import { paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { circle, fill, gleam, shadow, solid } from '../../shapes';

/** A house that took all morning. */
export const blocks: Motif = ({ main, accent, pattern }) => [
  shadow(200, 148, 332),
  solid('left', block(66, 236, 94, 94, 8), main, { pattern, shade: [14, 6] }),
  solid('right', block(240, 236, 94, 94, 8), accent, { shade: [14, 6] }),
  solid('arch', 'M120 164H280V236H238A38 38 0 0 0 162 236H120Z', tones.oak, { shade: [12, 0] }),
  solid('pillar', block(160, 108, 36, 58, 5), accent, { shade: [9, 0] }),
  solid('column', block(206, 108, 36, 58, 5), main, { shade: [9, 0] }),
  solid(
    'roof',
    'M126 112L194 46Q201 40 208 46L276 112Q278 116 272 116H130Q124 116 126 112Z',
    tones.mustard,
    { shade: [16, 0] },
  ),
  fill(
    'M113 256L122 276L143 278L127 292L132 312L113 301L94 312L99 292L83 278L104 276Z',
    pattern ? tones.mustard.base : main.light,
  ),
  circle(287, 284, 25, accent.light),
  circle(287, 284, 12, paper),
  gleam('M80 252V280', 5),
  gleam('M132 178H152', 5),
  gleam('M166 84L192 60', 5),
];
