import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { leaf } from '../../outlines';
import { circle, fill, gleam, oval, shadow, solid, stroke } from '../../shapes';

const body =
  'M174 190C176 208 126 226 126 274C126 308 152 330 176 330H224C248 330 274 308 274 274C274 226 224 208 226 190Z';

const sprig = (stem: string, leaves: readonly (readonly [number, number, number])[]): string =>
  stroke(stem, tones.fern.base, 4) +
  leaves
    .map(([x, y, angle], at) =>
      fill(leaf(x, y, 38, angle, 15), at % 2 ? tones.fern.base : tones.moss.base),
    )
    .join('');

export const vase: Motif = ({ main, accent, pattern }) => [
  shadow(200, 82),
  sprig('M196 192C190 150 160 120 128 88', [
    [180, 142, -78],
    [176, 136, 4],
    [158, 116, -86],
    [152, 108, 2],
    [130, 90, -44],
  ]),
  sprig('M204 192C206 150 236 130 276 112', [
    [212, 158, 4],
    [222, 146, 100],
    [240, 130, 12],
    [252, 122, 112],
    [274, 113, 62],
  ]),
  stroke('M200 192C202 140 196 110 204 74', tones.moss.base, 4),
  ...[0, 72, 144, 216, 288].map((angle) => fill(leaf(204, 64, 32, angle, 22), accent.base)),
  circle(204, 64, 10, tones.mustard.base),
  oval(200, 190, 30, 7, main.shade),
  solid('body', body, main, { pattern, shade: [24, 4] }),
  stroke('M172 190Q200 200 228 190', main.light, 5),
  gleam('M146 258C140 276 144 294 152 304'),
];
