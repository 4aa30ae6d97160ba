import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { circle, gleam, shadow, solid } from '../../shapes';

/** Big to small, at least to begin with. */
export const rings: Motif = ({ main, accent, pattern }) => [
  shadow(200, 130, 334),
  solid('base', block(84, 308, 232, 24, 11), tones.oak, { shade: [18, 0] }),
  solid('five', block(92, 260, 216, 50, 25), main, { pattern, shade: [18, 8] }),
  solid('four', block(108, 214, 184, 48, 24), accent, { shade: [16, 8] }),
  solid('three', block(124, 170, 152, 46, 23), tones.mustard, { shade: [14, 8] }),
  solid(
    'two',
    block(140, 128, 120, 44, 22),
    { base: main.light, shade: main.base, light: main.light },
    { shade: [12, 8] },
  ),
  solid('one', block(156, 90, 88, 40, 20), accent, { shade: [10, 8] }),
  circle(200, 68, 26, tones.oak.base),
  circle(192, 60, 7, tones.oak.light),
  gleam('M112 284Q112 274 124 272', 5),
  gleam('M126 236Q126 227 138 226', 5),
  gleam('M142 190Q142 182 152 181', 5),
];
