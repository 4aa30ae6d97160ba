import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { circle, fill, gleam, glow, shadow, shift, solid, stroke, turn } from '../../shapes';

const head = 'M0 0C-6-40 20-62 52-62C84-62 110-40 104 0Q104 4 98 4H6Q0 4 0 0Z';

export const taskLamp: Motif = ({ main, accent, pattern }) => [
  glow(268, 216, 130),
  fill('M200 184L160 332H366L302 142Z', tones.butter.base, 0.18),
  shadow(150, 92),
  solid('foot', block(76, 310, 148, 21, 9), main, { shade: [16, 0] }),
  fill(block(136, 294, 28, 20, 5), main.shade),
  stroke('M150 300L104 190', accent.base, 10),
  stroke('M162 296L118 186', accent.shade, 4),
  stroke('M108 186L214 92', accent.base, 10),
  stroke('M118 194L220 104', accent.shade, 4),
  circle(108, 188, 15, main.base),
  circle(108, 188, 6, tones.brass.base),
  turn(-22, 244, 152, [
    shift(191, 171, [
      circle(52, 4, 24, tones.butter.light),
      solid('head', head, main, { pattern, shade: [18, 0] }),
      fill(block(38, -80, 28, 24, 7), main.shade),
      gleam('M14-14C16-34 28-44 40-48'),
    ]),
  ]),
  circle(218, 94, 12, accent.base),
  circle(218, 94, 5, tones.brass.light),
];
