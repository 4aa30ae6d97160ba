import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { polygon } from '../../outlines';
import { fill, gleam, oval, shadow, solid, stroke } from '../../shapes';

const side = polygon(
  [
    [200, 104],
    [290, 124],
    [362, 318],
    [316, 330],
  ],
  4,
);
const front = polygon(
  [
    [203, 102],
    [318, 330],
    [84, 330],
  ],
  5,
);

export const tent: Motif = ({ main, accent, pattern }) => [
  shadow(210, 168, 334),
  stroke('M200 108L40 336M208 108L372 336', tones.oat.shade, 4),
  stroke('M40 328V342M372 328V342', tones.walnut.base, 7),
  stroke('M186 82L206 124M220 82L200 124', tones.walnut.base, 8),
  solid('side', side, main, { pattern, shade: [0, 0] }),
  fill(side, tones.charcoal.base, 0.28),
  solid('front', front, main, { pattern, shade: [0, 0] }),
  fill('M203 136L256 330H144Z', tones.charcoal.shade),
  fill('M203 136C196 210 178 280 118 330H146L203 136Z', accent.base),
  fill('M203 136C210 220 226 290 284 330H256Z', accent.shade),
  stroke('M203 136C196 210 178 280 122 326', accent.light, 3),
  oval(200, 324, 34, 7, tones.oat.base, 0.5),
  stroke('M203 102L84 330M203 102L318 330', main.light, 4),
  gleam('M176 172L128 268', 5),
];
