import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { disc } from '../../outlines';
import { circle, gleam, shadow, solid, stroke } from '../../shapes';

/** A ball with its needles, and a second one behind. */
export const yarn: Motif = ({ main, accent }) => [
  shadow(204, 140, 330),
  solid('small', disc(290, 262, 66), accent, { shade: [14, 6] }),
  stroke(
    'M240 236Q290 206 342 236M232 262Q290 236 348 262M236 288Q292 266 342 290',
    accent.shade,
    4,
  ),
  stroke('M262 206C276 232 280 270 268 318M296 198C312 232 314 280 300 324', accent.light, 4, 0.7),
  stroke('M92 96L266 316', tones.oak.shade, 8),
  stroke('M292 84L122 316', tones.oak.base, 8),
  circle(90, 93, 11, tones.walnut.base),
  circle(294, 81, 11, tones.walnut.base),
  solid('ball', disc(178, 230, 100), main, { shade: [20, 8] }),
  stroke('M84 200Q160 130 244 158M78 228Q170 150 262 182M82 256Q180 178 274 212', main.shade, 5),
  stroke(
    'M104 300Q120 200 214 140M138 322Q150 220 246 160M176 328Q186 244 268 190',
    main.light,
    5,
    0.75,
  ),
  stroke('M116 288C172 300 226 280 266 246', main.shade, 5),
  stroke('M178 328C120 340 74 316 48 336C34 348 56 356 72 348', main.base, 7),
  gleam('M100 210Q108 176 134 156', 6),
];
