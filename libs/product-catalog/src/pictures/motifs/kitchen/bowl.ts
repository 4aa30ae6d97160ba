import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { leaf, taper } from '../../outlines';
import { circle, fill, gleam, oval, shadow, solid, stroke } from '../../shapes';

const pear = 'M236 200C214 196 208 164 222 150C226 128 246 128 250 150C266 166 258 198 236 200Z';

/** A bowl with fruit looking over its rim. */
export const bowl: Motif = ({ main, accent, pattern }) => [
  shadow(200, 104),
  oval(200, 208, 124, 22, main.shade),
  circle(150, 186, 38, accent.base),
  circle(140, 174, 9, accent.light),
  stroke('M152 152Q154 140 162 134', tones.walnut.base, 5),
  fill(leaf(156, 146, 30, 60, 11), tones.moss.base),
  fill(pear, tones.mustard.base),
  stroke('M237 138Q236 126 242 118', tones.walnut.base, 5),
  circle(196, 184, 33, accent.shade),
  circle(278, 198, 30, accent.base),
  solid('foot', taper(200, [300, 331], [104, 116], [2, 5]), main, { shade: [16, 0] }),
  solid(
    'bowl',
    'M74 206C78 276 136 314 200 314C264 314 322 276 326 206Q326 200 320 202Q200 240 80 202Q74 200 74 206Z',
    main,
    { pattern, shade: [24, 6] },
  ),
  stroke('M77 205Q200 243 323 205', main.light, 6),
  gleam('M96 236C104 262 122 280 142 290'),
];
