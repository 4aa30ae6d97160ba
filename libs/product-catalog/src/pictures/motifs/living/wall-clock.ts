import { paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { disc } from '../../outlines';
import { cast, circle, gleam, solid, stroke, turn } from '../../shapes';

const hours = Array.from({ length: 12 }, (_, at) => at * 30);

export const wallClock: Motif = ({ main, accent, pattern }) => [
  cast(disc(200, 200, 140)),
  solid('rim', disc(200, 200, 140), main, { pattern, shade: [10, 10] }),
  circle(200, 200, 116, main.shade),
  circle(202, 203, 112, paper),
  ...hours.map((angle) =>
    turn(angle, 200, 200, [
      stroke(angle % 90 ? 'M200 106V112' : 'M200 106V124', tones.charcoal.base, angle % 90 ? 6 : 8),
    ]),
  ),
  stroke('M200 200L246 168', tones.charcoal.base, 11),
  stroke('M200 200L178 118', tones.charcoal.base, 8),
  stroke('M190 226L212 172', accent.base, 4),
  circle(200, 200, 12, accent.base),
  circle(200, 200, 4, paper),
  gleam('M76 176C86 130 118 94 158 80', 7),
];
