import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { taper } from '../../outlines';
import { circle, gleam, glow, oval, shadow, solid, stroke } from '../../shapes';

/** Three legs under a drum shade. */
export const floorLamp: Motif = ({ main, accent, pattern }) => [
  glow(200, 110, 160),
  shadow(200, 106, 352),
  stroke('M206 176L228 344', accent.shade, 9),
  stroke('M194 176L122 352', accent.base, 10),
  stroke('M206 176L280 352', accent.base, 10),
  stroke('M152 284H253', tones.brass.base, 5),
  stroke('M200 130V184', tones.brass.base, 8),
  circle(200, 184, 12, tones.brass.base),
  solid('shade', taper(200, [42, 148], [150, 186], [8, 8]), main, { pattern, shade: [22, 0] }),
  oval(200, 146, 90, 6, tones.butter.base),
  gleam('M140 66L130 122'),
];
