import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { fill, gleam, oval, shadow, shift, solid, stroke } from '../../shapes';

const boot =
  'M118 86H206V224C206 244 222 252 246 258C274 264 288 282 288 306V318H118Q112 318 112 310C112 280 120 260 120 230Z';

export const boots: Motif = ({ main, accent, pattern }) => [
  shadow(210, 140, 334),
  shift(48, -14, [
    fill(boot, main.shade),
    fill(block(108, 314, 182, 18, 6), accent.shade),
    oval(162, 88, 44, 9, accent.shade),
    stroke('M122 108H204', accent.shade, 5),
  ]),
  shift(-28, 0, [
    solid('boot', boot, main, { pattern, shade: [14, 8] }),
    solid('sole', block(108, 314, 184, 19, 7), accent, { shade: [12, 0] }),
    solid('cuff', block(114, 84, 96, 28, 7), accent, { shade: [12, 0] }),
    oval(162, 86, 47, 9, main.shade),
    fill(block(178, 124, 18, 36, 5), accent.base),
    gleam('M134 130V224'),
    gleam('M236 270Q258 276 266 292', 5),
  ]),
];
