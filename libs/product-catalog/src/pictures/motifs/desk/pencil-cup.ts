import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, taper } from '../../outlines';
import { fill, gleam, oval, shadow, solid, stroke, turn } from '../../shapes';

export const pencilCup: Motif = ({ main, accent, pattern }) => [
  shadow(200, 84),
  turn(-14, 170, 220, [
    fill('M158 120H182V230H158Z', accent.base),
    fill('M174 120H182V230H174Z', accent.shade),
    fill('M158 120L170 84L182 120Z', tones.oak.light),
    fill('M166 97H174L170 84Z', accent.shade),
  ]),
  fill(block(192, 66, 30, 160, 3), tones.oak.base),
  stroke(
    'M194 84H204M194 98H210M194 112H204M194 126H210M194 140H204M194 154H210',
    tones.oak.shade,
    3,
  ),
  turn(16, 240, 220, [
    stroke('M240 220V130', tones.walnut.base, 10),
    fill(block(231, 108, 18, 30, 3), tones.steel.base),
    fill('M231 110C224 88 238 78 244 60C254 80 256 96 249 110Z', tones.charcoal.base),
  ]),
  oval(200, 196, 66, 13, main.shade),
  solid('cup', taper(200, [194, 330], [136, 128], [5, 12]), main, { pattern, shade: [20, 0] }),
  oval(200, 196, 68, 6, main.light),
  gleam('M148 218V292'),
];
