import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { box, circle, fill, gleam, shadow, solid, stroke } from '../../shapes';

/** A wool blanket, rolled and strapped. */
export const bedroll: Motif = ({ main, accent, pattern }) => [
  shadow(200, 158, 334),
  stroke('M190 172C190 120 300 120 300 172', tones.walnut.base, 11),
  solid('roll', 'M112 166H316C352 166 372 202 372 248S352 330 316 330H112Z', main, {
    pattern,
    shade: [0, 26],
  }),
  circle(112, 248, 82, main.shade),
  circle(112, 248, 76, accent.base),
  stroke(
    'M108 250C110 238 132 238 130 254C126 278 86 272 88 244C94 210 152 210 152 254C150 300 66 296 66 244C70 186 172 188 172 254C170 296 142 316 112 316',
    main.base,
    8,
  ),
  ...[190, 286].map(
    (x) =>
      fill(block(x, 163, 22, 170, 4), tones.walnut.base) +
      fill(block(x - 5, 216, 32, 30, 5), tones.brass.base) +
      box([x + 4, 223], [14, 16], 2, tones.walnut.shade),
  ),
  gleam('M222 184H274', 6),
];
