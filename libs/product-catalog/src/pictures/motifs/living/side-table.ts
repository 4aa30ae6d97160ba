import { paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, leaf, taper } from '../../outlines';
import { box, fill, gleam, oval, shadow, solid, stroke } from '../../shapes';

/** With the two things a side table is for: a small plant and something to read. */
export const sideTable: Motif = ({ main, accent }) => [
  shadow(200, 106, 346),
  stroke('M200 196L206 326', main.shade, 11),
  stroke('M156 194L116 342M244 194L288 342', main.base, 13),
  solid('lower', 'M130 266H270Q272 282 258 282H142Q128 282 130 266Z', accent, { shade: [16, 0] }),
  ...[-52, -26, 0, 26, 52].map((angle, at) =>
    fill(
      leaf(150, 124, 66 - Math.abs(angle) / 4, angle, 20),
      at % 2 ? tones.fern.base : tones.moss.base,
    ),
  ),
  solid('pot', taper(150, [122, 170], [54, 40], [4, 12]), accent, { shade: [10, 0] }),
  fill(block(206, 152, 84, 18, 4), tones.navy.base),
  box([212, 156], [78, 10], 1, paper),
  fill(block(214, 136, 70, 17, 4), tones.mustard.base),
  solid('top', 'M78 168H322Q324 196 298 198H102Q76 196 78 168Z', main, { shade: [22, 6] }),
  oval(200, 170, 122, 6, main.light),
  stroke('M110 184H176M200 188H244', main.shade, 3, 0.6),
  gleam('M92 180Q94 188 104 190', 4),
];
