import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { cast, circle, fill, gleam, solid, stroke } from '../../shapes';

const body =
  'M150 118Q200 132 250 118C254 160 270 182 300 194V346Q200 366 100 346V194C130 182 146 160 150 118Z';

export const apron: Motif = ({ main, accent, pattern }) => [
  stroke('M152 122C150 60 176 44 200 44S250 60 248 122', accent.base, 9),
  circle(200, 38, 11, tones.brass.shade),
  circle(200, 36, 8, tones.brass.base),
  stroke('M104 206C70 214 62 254 78 296M296 206C330 214 338 254 322 296', accent.base, 7),
  cast(body),
  solid('body', body, main, { pattern, shade: [20, 0] }),
  stroke('M152 132Q200 146 248 132', accent.base, 5),
  solid('pocket', 'M140 232H260V284Q260 300 244 300H156Q140 300 140 284Z', accent, {
    shade: [10, 6],
  }),
  stroke('M200 234V298', accent.shade, 4),
  stroke('M174 232V206', tones.oak.base, 9),
  fill('M164 206Q164 176 174 176T184 206Q184 214 174 214T164 206Z', tones.oak.base),
  fill('M224 232V196Q236 190 244 196V232Z', tones.cream.base),
  stroke('M148 246H252', accent.light, 3, 0.8),
  gleam('M118 214V292'),
];
