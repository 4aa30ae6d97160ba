import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { box, circle, gleam, shadow, solid, stroke } from '../../shapes';

const body =
  'M152 330C144 330 142 322 146 312L158 262C166 240 172 224 164 204C160 192 158 180 166 172H234C242 180 240 192 236 204C228 224 234 240 242 262L254 312C258 322 256 330 248 330Z';

export const mill: Motif = ({ main, accent, pattern }) => [
  shadow(200, 76),
  solid('body', body, main, { pattern, shade: [20, 0] }),
  solid('head', 'M158 168C150 128 172 106 200 106C228 106 250 128 242 168Z', main, {
    shade: [18, 0],
  }),
  box([158, 164], [84, 12], 6, accent.base),
  solid('knob', block(190, 86, 20, 26, 8), accent, { shade: [7, 0] }),
  circle(200, 82, 13, accent.base),
  circle(196, 78, 4, accent.light),
  stroke('M162 262Q200 272 238 262', main.shade, 5, 0.8),
  box([144, 310], [112, 8], 4, accent.base),
  gleam('M176 132Q170 142 170 154', 5),
  gleam('M166 284L160 304', 5),
  circle(106, 326, 8, tones.charcoal.base),
  circle(128, 331, 7, tones.walnut.shade),
  circle(286, 328, 8, tones.charcoal.base),
  circle(304, 332, 6, tones.walnut.shade),
];
