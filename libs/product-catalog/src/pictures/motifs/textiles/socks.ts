import type { Motif, Palette } from '../../motif';
import { block } from '../../outlines';
import { cast, gleam, shift, solid, stroke, turn } from '../../shapes';

const sock =
  'M128 84H214V212C216 232 240 246 268 258C306 274 304 326 262 328C216 332 168 312 146 286C130 268 128 250 128 226Z';
const toe = 'M248 250C310 268 306 326 262 328C246 329 232 327 220 324C214 296 226 264 248 250Z';
const heel = 'M128 216C156 222 172 252 158 298C136 280 128 262 128 226Z';

export const socks: Motif = (palette) => [
  turn(12, 200, 200, [shift(38, -22, pair('back', palette))]),
  turn(-8, 200, 200, [shift(-34, 10, pair('front', palette))]),
];

const pair = (which: string, { main, accent, pattern }: Palette): readonly string[] => [
  cast(sock),
  solid(`${which}-sock`, sock, main, { pattern, shade: [10, 6] }),
  solid(`${which}-toe`, toe, accent, { shade: [0, 6] }),
  solid(`${which}-heel`, heel, accent, { shade: [0, 0] }),
  solid(`${which}-cuff`, block(122, 72, 98, 44, 8), accent, { shade: [10, 0] }),
  stroke('M140 80V108M158 80V108M176 80V108M194 80V108', accent.shade, 3, 0.7),
  gleam('M144 134V196', 5),
];
