import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { box, circle, fill, gleam, shadow, solid, stroke } from '../../shapes';

export const trunk: Motif = ({ main, accent, pattern }) => [
  shadow(200, 152, 332),
  solid('body', block(56, 196, 288, 134, 10), main, { pattern, shade: [22, 6] }),
  solid('lid', 'M56 198V162C56 124 84 110 120 110H280C316 110 344 124 344 162V198Z', main, {
    pattern,
    shade: [22, 0],
  }),
  fill('M56 192H344V204H56Z', main.shade),
  ...[104, 272].map((x, at) =>
    solid(`strap-${at}`, block(x, 108, 26, 222, 3), accent, { shade: [7, 0] }),
  ),
  ...[98, 266].map(
    (x) =>
      box([x, 218], [38, 30], 5, tones.brass.base) + box([x + 9, 226], [20, 14], 2, accent.shade),
  ),
  ...[
    [56, 304, 0],
    [318, 304, 0],
  ].map(([x = 0, y = 0]) => fill(block(x, y, 26, 26, 5), tones.brass.base)),
  fill(block(176, 178, 48, 54, 8), tones.brass.base),
  fill(block(204, 178, 20, 54, 8), tones.brass.shade),
  circle(200, 200, 7, tones.charcoal.base),
  stroke('M200 202V216', tones.charcoal.base, 6),
  gleam('M72 166C74 140 86 128 100 126'),
];
