import { paper } from '../../colours';
import type { Motif } from '../../motif';
import { block, leaf } from '../../outlines';
import { box, fill, gleam, shadow, solid, stroke } from '../../shapes';

export const dispenser: Motif = ({ main, accent, pattern }) => [
  shadow(200, 84),
  stroke('M200 130V84', accent.shade, 11),
  solid(
    'nozzle',
    'M128 62Q128 52 138 54L236 60Q246 62 246 72V88H176C164 88 150 82 146 72L128 70Z',
    accent,
    { shade: [8, 4] },
  ),
  solid('collar', block(172, 112, 56, 30, 7), accent, { shade: [14, 0] }),
  stroke('M184 118V136M200 118V136M216 118V136', accent.shade, 3),
  solid(
    'body',
    'M132 316V196C132 158 160 144 180 140H220C240 144 268 158 268 196V316Q268 330 254 330H146Q132 330 132 316Z',
    main,
    { pattern, shade: [24, 0] },
  ),
  box([158, 206], [84, 84], 8, paper),
  fill(leaf(200, 268, 46, 0, 17), accent.shade),
  fill(leaf(199, 270, 34, -52, 13), main.base),
  fill(leaf(201, 270, 34, 52, 13), main.base),
  stroke('M180 280H220', main.shade, 4),
  gleam('M146 200V292'),
];
