import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { cast, circle, fill, solid, stroke } from '../../shapes';

const back = 'M222 106H310V300Q266 312 222 300Z';
const front = 'M102 106H246L250 330Q176 344 98 330Z';

/** Two, over a rail. */
export const teaTowel: Motif = ({ main, accent, pattern }) => [
  cast(`${front}M250 106H310V300Q280 308 250 306Z`),
  fill(back, accent.base),
  fill('M286 106H310V300Q298 304 286 305Z', accent.shade),
  stroke('M224 272Q266 284 308 272M224 258Q266 270 308 258', accent.light, 5),
  solid('front', front, main, { pattern, shade: [16, 0] }),
  stroke('M136 122L132 320M212 122L216 322', main.shade, 4, 0.4),
  stroke('M102 300Q176 314 248 300', accent.base, 8),
  stroke('M102 284Q176 298 248 284', accent.base, 4),
  stroke('M52 102H348', tones.brass.base, 12),
  stroke('M54 99H330', tones.brass.light, 3),
  circle(52, 102, 13, tones.brass.shade),
  circle(348, 102, 13, tones.brass.shade),
  solid('fold', 'M100 96Q100 86 110 86H238Q248 86 248 96L246 118H102Z', main, {
    pattern,
    shade: [16, 0],
  }),
  solid('back-fold', 'M252 96Q252 88 260 88H302Q312 88 312 96L310 118H250Z', accent, {
    shade: [12, 0],
  }),
];
