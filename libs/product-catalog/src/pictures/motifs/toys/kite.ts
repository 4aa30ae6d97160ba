import type { Motif } from '../../motif';
import { cast, fill, solid, stroke, turn } from '../../shapes';

const sail = 'M200 40L296 150L200 296L104 150Z';

const bow = (x: number, y: number, angle: number, colour: string): string =>
  turn(angle, x, y, [
    fill(
      `M${x} ${y}L${x - 22} ${y - 12}V${y + 12}ZM${x} ${y}L${x + 22} ${y - 12}V${y + 12}Z`,
      colour,
    ),
  ]);

export const kite: Motif = ({ main, accent, pattern }) => [
  turn(24, 200, 180, [
    cast(sail),
    solid('sail', sail, main, { pattern, shade: [0, 0] }),
    fill('M200 40L296 150H200Z', accent.base),
    fill('M200 296L104 150H200Z', accent.base),
    fill('M200 40L296 150L200 296Z', main.shade, 0.3),
    stroke('M200 42V294M106 150H294', main.light, 4),
  ]),
  stroke('M152 286C110 306 128 344 168 340S236 320 262 342S318 378 350 356', accent.shade, 4),
  bow(126, 322, 70, main.base),
  bow(196, 332, -10, accent.base),
  bow(270, 348, 30, main.base),
  bow(340, 360, -10, accent.base),
];
