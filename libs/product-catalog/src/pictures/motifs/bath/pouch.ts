import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { box, circle, fill, gleam, shadow, solid, stroke } from '../../shapes';

const body = 'M74 196Q72 176 92 176H308Q328 176 326 196L338 298Q340 328 310 330H90Q60 328 62 298Z';

/** A wash bag, zipped. */
export const pouch: Motif = ({ main, accent, pattern }) => [
  shadow(200, 140, 332),
  stroke('M76 214C30 200 30 272 68 268', tones.walnut.base, 12),
  solid('body', body, main, { pattern, shade: [22, 8] }),
  solid('top', 'M74 200C78 160 110 146 140 146H260C290 146 322 160 326 200Z', main, {
    shade: [18, 0],
  }),
  stroke('M78 200H322', tones.brass.shade, 11),
  stroke('M84 200H316', tones.brass.light, 4),
  stroke('M286 204V236', tones.walnut.base, 8),
  fill(block(276, 232, 20, 34, 6), tones.walnut.base),
  circle(286, 200, 9, tones.brass.base),
  box([156, 250], [88, 44], 6, accent.base),
  stroke('M166 258H234V286H166Z', accent.light, 2.5),
  stroke('M128 162Q200 154 262 162', main.light, 4, 0.8),
  gleam('M88 232L82 292'),
];
