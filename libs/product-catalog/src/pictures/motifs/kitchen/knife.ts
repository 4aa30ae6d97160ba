import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { cast, circle, fill, gleam, solid, stroke, turn } from '../../shapes';

const blade = 'M200 48C232 82 242 132 240 196L238 226H192V60Q192 44 200 48Z';

export const knife: Motif = ({ main, accent, pattern }) => [
  turn(38, 205, 205, [
    cast(`${blade}${block(194, 222, 40, 136, 16)}`),
    solid('blade', blade, tones.steel, { shade: [0, 0] }),
    fill('M200 48C232 82 242 132 240 196L238 226H222C226 160 220 96 196 50Z', tones.steel.light),
    gleam('M203 84V196', 5),
    fill(block(190, 218, 50, 16, 4), tones.steel.shade),
    solid('handle', block(194, 230, 40, 132, 16), main, { pattern, shade: [10, 0] }),
    ...[256, 294, 332].map((y) => circle(213, y, 5, tones.brass.base)),
  ]),
  circle(300, 306, 44, accent.shade),
  circle(296, 302, 44, accent.base),
  circle(296, 302, 36, tones.cream.base),
  ...[0, 45, 90, 135, 180, 225, 270, 315].map((angle) =>
    turn(angle, 296, 302, [fill('M296 298L287 274Q296 268 305 274Z', accent.light)]),
  ),
  stroke('M92 110Q104 96 120 96', accent.base, 7),
  stroke('M84 144Q92 128 108 126', accent.light, 7),
];
