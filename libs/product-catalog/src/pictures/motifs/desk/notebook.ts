import { paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { box, cast, fill, gleam, solid, stroke, turn } from '../../shapes';

export const notebook: Motif = ({ main, accent, pattern }) => [
  turn(-9, 200, 200, [
    cast(block(100, 62, 206, 278, 12)),
    fill('M232 330L224 366L236 356L246 368L250 330Z', accent.shade),
    fill(block(106, 68, 204, 276, 10), tones.oat.shade),
    fill(block(104, 66, 202, 274, 10), paper),
    solid('cover', block(98, 58, 204, 278, 12), main, { pattern, shade: [6, 8] }),
    fill('M98 70Q98 58 110 58H136V336H110Q98 336 98 324Z', accent.base),
    fill('M134 58H138V336H134Z', main.shade, 0.6),
    box([168, 98], [104, 62], 6, paper),
    stroke('M184 118H256M184 134H236', accent.base, 4, 0.7),
    stroke('M282 58V336', accent.shade, 7),
    gleam('M112 84V152', 5),
  ]),
];
