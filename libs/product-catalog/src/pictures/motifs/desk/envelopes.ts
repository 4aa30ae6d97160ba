import { paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { box, cast, circle, fill, solid, stroke, turn } from '../../shapes';

export const envelopes: Motif = ({ main, accent, pattern }) => [
  turn(10, 200, 200, [
    cast(block(96, 78, 236, 160, 8)),
    fill(block(96, 78, 236, 160, 8), accent.base),
    box([284, 94], [34, 42], 2, paper),
    circle(301, 115, 10, main.base),
    stroke('M120 170H220M120 188H190', accent.shade, 5),
  ]),
  turn(-8, 200, 240, [
    cast(block(66, 160, 256, 172, 8)),
    solid('back', block(66, 160, 256, 172, 8), main, { pattern, shade: [0, 0] }),
    stroke('M72 326L168 246M316 326L220 246', main.shade, 4),
    fill('M70 162H318L206 262Q194 270 182 262Z', main.shade),
    fill('M70 160H318L206 254Q194 262 182 254Z', main.light),
    circle(194, 250, 27, tones.clay.shade),
    circle(194, 248, 25, tones.clay.base),
    circle(194, 248, 15, tones.clay.shade),
    fill(
      'M194 238L197 245L204 246L199 251L200 258L194 255L188 258L189 251L184 246L191 245Z',
      tones.clay.light,
    ),
  ]),
];
