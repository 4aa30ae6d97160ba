import { ink, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, polygon } from '../../outlines';
import { cast, fill, gleam, solid, stroke, turn } from '../../shapes';

const nib: readonly (readonly [number, number])[] = [
  [184, 290],
  [216, 290],
  [204, 330],
  [196, 330],
];

/** Having just signed something. */
export const pen: Motif = ({ main, accent, pattern }) => [
  stroke(
    'M40 318C70 262 92 268 84 300S112 340 128 300S160 288 150 316S186 330 206 312',
    ink,
    6,
    0.8,
  ),
  stroke('M72 356Q150 340 236 352', ink, 4, 0.35),
  turn(40, 200, 200, [
    cast(block(180, 28, 40, 270, 16)),
    fill(polygon(nib, 3), tones.brass.base),
    stroke('M200 300V326', tones.brass.shade, 3),
    solid(
      'grip',
      polygon(
        [
          [180, 232],
          [220, 232],
          [214, 296],
          [186, 296],
        ],
        5,
      ),
      accent,
      { shade: [10, 0] },
    ),
    solid('barrel', block(178, 128, 44, 110, 6), main, { pattern, shade: [12, 0] }),
    solid('cap', block(176, 22, 48, 114, 20), main, { shade: [13, 0] }),
    fill(block(176, 124, 48, 12, 3), tones.brass.base),
    fill(block(212, 42, 11, 78, 5), tones.brass.base),
    fill(block(212, 42, 5, 78, 2), tones.brass.light),
    gleam('M188 48V108', 5),
    gleam('M189 150V214', 5),
  ]),
];
