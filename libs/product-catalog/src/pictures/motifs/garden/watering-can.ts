import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { polygon, taper } from '../../outlines';
import { fill, gleam, oval, shadow, solid, stroke } from '../../shapes';

const rose = polygon(
  [
    [60, 118],
    [36, 152],
    [74, 176],
    [86, 142],
  ],
  5,
);

export const wateringCan: Motif = ({ main, accent, pattern }) => [
  shadow(230, 104),
  stroke('M178 196C190 96 292 96 290 190', main.shade, 13),
  stroke('M288 214C376 210 372 306 302 306', accent.base, 15),
  stroke('M164 292L78 152', main.shade, 24),
  stroke('M164 286L76 146', main.base, 16),
  solid('rose', rose, accent, { shade: [6, 6] }),
  oval(232, 192, 62, 13, main.shade),
  solid('body', taper(232, [190, 330], [132, 164], [5, 14]), main, { pattern, shade: [26, 0] }),
  stroke('M168 194Q232 216 296 194', main.light, 5),
  stroke('M154 312Q232 322 310 312', main.shade, 5),
  gleam('M182 226L172 290'),
  stroke('M28 186V200M48 198V214M24 226V238M46 238V252', tones.lake.light, 5),
  fill('M226 240C244 258 246 272 232 280C216 274 214 258 226 240Z', main.light, 0.6),
];
