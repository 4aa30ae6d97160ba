import { paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, leaf } from '../../outlines';
import { box, cast, circle, fill, oval, solid, stroke, turn } from '../../shapes';

const seed = (x: number, y: number, angle: number): string =>
  turn(angle, x, y, [oval(x, y, 8, 5, tones.walnut.base)]);

export const seedPacket: Motif = ({ main, accent, pattern }) => [
  turn(-7, 200, 200, [
    cast(block(106, 56, 188, 272, 6)),
    solid('packet', block(104, 54, 192, 276, 6), main, { pattern, shade: [8, 6] }),
    fill('M104 62Q104 54 112 54H288Q296 54 296 62V92H104Z', accent.base),
    stroke('M104 92H296', paper, 3, 0.7),
    box([126, 112], [148, 176], 8, paper),
    stroke('M200 280V196', tones.fern.base, 5),
    fill(leaf(200, 268, 46, -60, 17), tones.moss.base),
    fill(leaf(200, 256, 46, 60, 17), tones.fern.base),
    ...[0, 45, 90, 135, 180, 225, 270, 315].map((angle) =>
      fill(leaf(200, 176, 46, angle, 20), angle % 90 ? accent.light : accent.base),
    ),
    circle(200, 176, 15, tones.mustard.base),
    stroke('M150 304H250', paper, 5, 0.8),
  ]),
  seed(318, 316, 24),
  seed(342, 290, -30),
  seed(336, 342, 60),
  seed(302, 352, 10),
  seed(358, 326, 80),
];
