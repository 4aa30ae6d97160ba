import { ink, paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { circle, fill, gleam, solid, stroke } from '../../shapes';

const body =
  'M72 226C62 196 84 190 96 206C116 226 142 216 160 206H236C292 206 318 240 306 284C298 312 276 324 248 326H146C104 324 80 276 72 226Z';
const head = 'M168 150C168 112 194 88 228 88S290 114 290 150S264 214 228 214S168 188 168 150Z';

/** Afloat. */
export const duck: Motif = ({ main, accent, pattern }) => [
  solid('body', body, main, { pattern, shade: [14, 14] }),
  solid('head', head, main, { shade: [14, 6] }),
  fill('M284 138C306 130 330 136 342 150C334 166 304 172 284 164Z', accent.base),
  stroke('M288 152Q314 150 336 150', accent.shade, 4),
  circle(246, 136, 12, paper),
  circle(249, 137, 7, ink),
  circle(247, 134, 2.5, paper),
  fill(
    'M132 244C160 226 214 232 230 252C226 288 190 300 164 290C146 284 136 266 132 244Z',
    main.shade,
  ),
  stroke('M156 264Q182 276 206 262', main.base, 5),
  gleam('M186 146C188 124 200 110 216 106', 7),
  fill(
    'M0 308Q25 296 50 308T100 308T150 308T200 308T250 308T300 308T350 308T400 308V400H0Z',
    tones.sky.base,
  ),
  fill(
    'M0 340Q25 328 50 340T100 340T150 340T200 340T250 340T300 340T350 340T400 340V400H0Z',
    tones.lake.light,
  ),
  circle(330, 286, 12, paper, 0.8),
  circle(352, 268, 7, paper, 0.8),
  circle(56, 280, 10, paper, 0.8),
];
