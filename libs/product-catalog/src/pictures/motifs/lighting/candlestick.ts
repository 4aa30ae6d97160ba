import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { circle, fill, gleam, glow, shadow, solid, stroke } from '../../shapes';
import { flame } from './candles';

const stem =
  'M182 214H218C222 232 210 236 210 250C210 266 224 268 218 284C214 294 216 304 236 310H164C184 304 186 294 182 284C176 268 190 266 190 250C190 236 178 232 182 214Z';

/** With a finger ring, for walking to bed with. */
export const candlestick: Motif = ({ main, accent }) => [
  glow(200, 82, 150),
  shadow(200, 104),
  stroke('M276 300C330 268 344 316 288 322', main.shade, 11),
  solid('candle', block(184, 92, 32, 116, 6), accent, { shade: [10, 0] }),
  fill('M184 98Q190 136 196 98T206 116V98Z', accent.light),
  flame(200, 94),
  solid('stem', stem, main, { shade: [10, 0] }),
  solid('socket', 'M164 196H236C236 212 222 222 200 222C178 222 164 212 164 196Z', main, {
    shade: [14, 0],
  }),
  solid('saucer', 'M98 300H302C300 322 282 331 262 331H138C118 331 100 322 98 300Z', main, {
    shade: [24, 0],
  }),
  stroke('M102 301H298', main.light, 5),
  gleam('M114 314Q124 322 140 323', 5),
  circle(200, 250, 4, main.light),
];
