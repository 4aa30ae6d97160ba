import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { circle, fill, gleam, glow, oval, solid, stroke } from '../../shapes';

export const pendant: Motif = ({ main, accent, pattern }) => [
  glow(200, 250, 160),
  fill('M84 238L-30 520H430L316 238Z', tones.butter.base, 0.16),
  stroke('M200 0V110', accent.base, 5),
  fill(block(184, 96, 32, 34, 8), accent.base),
  fill(block(184, 114, 32, 6, 2), accent.shade),
  circle(200, 240, 27, tones.butter.light),
  circle(200, 240, 44, tones.butter.base, 0.4),
  solid(
    'dome',
    'M72 238C72 168 128 126 200 126C272 126 328 168 328 238Q328 243 322 243H78Q72 243 72 238Z',
    main,
    { pattern, shade: [28, 0] },
  ),
  oval(200, 242, 128, 9, main.shade),
  oval(200, 243, 112, 5, tones.butter.base),
  gleam('M94 216C98 184 120 162 148 150', 7),
];
