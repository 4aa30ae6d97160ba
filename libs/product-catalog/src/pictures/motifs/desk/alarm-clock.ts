import { paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { disc } from '../../outlines';
import { circle, fill, gleam, shadow, solid, stroke, turn } from '../../shapes';

export const alarmClock: Motif = ({ main, accent, pattern }) => [
  shadow(200, 96),
  stroke('M142 296L122 328M258 296L278 328', tones.walnut.base, 15),
  stroke('M200 96V70', tones.brass.shade, 8),
  turn(-32, 132, 118, [fill('M92 122C92 88 172 88 172 122Z', accent.base)]),
  turn(32, 268, 118, [fill('M228 122C228 88 308 88 308 122Z', accent.shade)]),
  stroke('M172 74H228', tones.brass.base, 10),
  solid('case', disc(200, 214, 116), main, { pattern, shade: [20, 8] }),
  circle(200, 214, 92, main.shade),
  circle(200, 214, 88, paper),
  ...ticks.map((angle) =>
    turn(angle, 200, 214, [
      stroke(`M200 140V${angle % 90 ? 148 : 156}`, tones.charcoal.base, angle % 90 ? 4 : 6),
    ]),
  ),
  stroke('M200 214L162 184', tones.charcoal.base, 8),
  stroke('M200 214L226 158', tones.charcoal.base, 6),
  stroke('M200 226L196 268', accent.base, 3),
  circle(200, 214, 9, accent.base),
  gleam('M98 208C100 176 116 148 140 132', 7),
];

const ticks = Array.from({ length: 12 }, (_, at) => at * 30);
