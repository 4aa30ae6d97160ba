import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { circle, fill, gleam, shadow, solid, stroke } from '../../shapes';

const body =
  'M58 316C52 250 60 142 152 132C214 126 232 178 246 214C258 244 288 256 336 258Q344 258 344 266V318Q344 330 332 330H72Q60 330 58 316Z';

export const tape: Motif = ({ main, accent, pattern }) => [
  shadow(200, 148),
  fill('M232 168L346 234L340 246L228 190Z', accent.light),
  solid('body', body, main, { pattern, shade: [10, 10] }),
  circle(152, 220, 66, main.shade),
  circle(152, 216, 66, accent.base),
  circle(152, 216, 54, accent.light),
  circle(152, 216, 40, main.base),
  circle(152, 216, 14, tones.brass.base),
  stroke('M152 188V198M152 234V244M124 216H134M170 216H180', main.shade, 5),
  fill('M318 258L324 236L330 250L336 236L342 250L348 236V262H318Z', tones.steel.base),
  gleam('M74 244C74 200 88 168 120 152'),
  stroke('M86 308H300', main.shade, 4, 0.5),
];
