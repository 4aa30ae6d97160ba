import type { Motif } from '../../motif';
import { disc } from '../../outlines';
import { circle, fill, gleam, shadow, solid } from '../../shapes';

export const ball: Motif = ({ main, accent, pattern }) => [
  shadow(206, 100, 334),
  fill(disc(200, 212, 120), main.base),
  fill('M178 108C112 130 78 172 84 240A120 120 0 0 1 178 94Z', accent.base),
  fill('M178 108C206 160 204 260 176 328A120 120 0 0 1 96 272C92 204 124 150 178 108Z', main.light),
  fill(
    'M178 108C240 130 292 190 292 288A120 120 0 0 1 236 326C250 246 226 160 178 108Z',
    accent.base,
  ),
  fill(
    'M178 108C230 96 292 122 316 182A120 120 0 0 1 310 258C300 186 250 124 178 108Z',
    main.light,
  ),
  solid(
    'ball',
    disc(200, 212, 120),
    { base: 'none', shade: main.shade, light: main.light },
    { pattern, shade: [22, 14] },
  ),
  circle(178, 108, 14, accent.shade),
  circle(176, 106, 11, accent.light),
  gleam('M104 208C108 172 124 146 146 130', 8),
];
