import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, taper } from '../../outlines';
import { circle, fill, gleam, glow, shadow, solid, stroke } from '../../shapes';

/** A storm lantern, lit. */
export const lantern: Motif = ({ main, accent }) => [
  glow(200, 226, 170),
  shadow(200, 92),
  stroke('M132 292C62 40 338 40 268 292', main.shade, 7),
  circle(200, 104, 15, tones.iron.shade),
  circle(200, 103, 8, tones.brass.base),
  fill('M150 166C124 206 128 248 152 276H248C272 248 276 206 250 166Z', tones.butter.base, 0.55),
  fill('M158 170C138 206 140 244 160 272H240C260 244 262 206 242 170Z', tones.butter.light, 0.6),
  fill('M200 190C226 220 228 250 214 264H186C172 250 174 220 200 190Z', tones.mustard.base),
  fill('M200 218C214 236 212 254 206 264H194C188 254 186 236 200 218Z', tones.butter.light),
  stroke('M146 160C116 206 122 250 146 282M254 160C284 206 278 250 254 282', main.base, 6),
  stroke('M136 222Q200 236 264 222', main.base, 4),
  solid('cap', taper(200, [112, 168], [58, 122], [14, 6]), main, { shade: [18, 0] }),
  fill(block(178, 106, 44, 16, 6), accent.base),
  solid('tank', taper(200, [276, 330], [122, 150], [8, 10]), main, { shade: [22, 0] }),
  fill(block(136, 290, 128, 7, 3), accent.base),
  circle(268, 294, 8, accent.base),
  gleam('M140 306V318'),
  gleam('M176 126L158 154', 5),
];
