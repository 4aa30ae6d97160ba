import { paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { disc } from '../../outlines';
import { cast, circle, fill, gleam, solid, stroke, turn } from '../../shapes';

const points = Array.from({ length: 12 }, (_, at) => at * 30);

export const compass: Motif = ({ main, accent }) => [
  stroke('M200 84C150 20 60 20 66 84C74 130 30 150 28 220', accent.shade, 10),
  stroke('M200 82C150 18 60 18 66 82C74 128 30 148 28 218', accent.base, 6),
  cast(disc(208, 222, 128)),
  solid('loop', 'M176 104a32 32 0 0 1 64 0Z', main, { shade: [8, 0] }),
  circle(208, 88, 12, accent.shade),
  solid('case', disc(208, 222, 128), main, { shade: [10, 10] }),
  circle(208, 222, 106, main.shade),
  circle(209, 224, 102, paper),
  ...points.map((angle) =>
    turn(angle, 208, 222, [
      angle % 90
        ? stroke('M208 128V136', tones.stone.base, 3)
        : stroke('M208 128V144', tones.charcoal.base, 6),
    ]),
  ),
  ...[0, 90, 180, 270].map((angle) =>
    turn(angle, 208, 222, [fill('M208 156L220 210L208 222L196 210Z', tones.oat.base)]),
  ),
  turn(32, 208, 222, [
    fill('M208 136L224 222H192Z', accent.base),
    fill('M208 136L224 222H208Z', accent.shade),
    fill('M208 308L224 222H192Z', tones.charcoal.light),
    fill('M208 308L224 222H208Z', tones.charcoal.base),
  ]),
  circle(208, 222, 11, tones.brass.base),
  circle(205, 219, 4, tones.brass.light),
  gleam('M96 200C102 160 128 128 164 114', 6),
];
