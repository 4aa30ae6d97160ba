import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, polygon } from '../../outlines';
import { box, circle, fill, gleam, shadow, solid, stroke, turn } from '../../shapes';

/** An open tray with a dowel to carry it by. */
export const toolbox: Motif = ({ main, accent, pattern }) => [
  shadow(200, 152, 334),
  turn(-16, 150, 220, [
    stroke('M150 240V120', tones.oak.base, 13),
    fill(block(112, 88, 74, 34, 6), tones.steel.base),
    fill(block(112, 88, 26, 34, 6), tones.steel.shade),
  ]),
  turn(9, 214, 220, [
    fill(block(206, 92, 22, 62, 9), accent.base),
    stroke('M217 154V230', tones.steel.shade, 7),
  ]),
  turn(22, 260, 220, [
    fill(block(250, 100, 24, 130, 3), tones.oak.light),
    stroke('M252 116H262M252 130H268M252 144H262M252 158H268', tones.oak.shade, 3),
  ]),
  fill(
    polygon(
      [
        [62, 224],
        [88, 116],
        [112, 116],
        [120, 224],
      ],
      6,
    ),
    main.shade,
  ),
  fill(
    polygon(
      [
        [338, 224],
        [312, 116],
        [288, 116],
        [280, 224],
      ],
      6,
    ),
    main.shade,
  ),
  stroke('M92 134H308', accent.base, 15),
  stroke('M96 130H296', accent.light, 4),
  solid('front', block(52, 212, 296, 118, 8), main, { pattern, shade: [20, 6] }),
  stroke('M76 236H170M200 252H318M84 296H150M178 310H270', main.shade, 3, 0.5),
  box([168, 258], [64, 30], 5, tones.brass.base),
  box([174, 263], [52, 20], 2, tones.cream.base),
  ...[70, 330].flatMap((x) => [232, 310].map((y) => circle(x, y, 4, tones.iron.base))),
  gleam('M66 244V286', 5),
];
