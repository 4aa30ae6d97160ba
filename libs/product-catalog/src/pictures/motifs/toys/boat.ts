import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { fill, gleam, solid, stroke } from '../../shapes';

/** A sailing boat on a calm bath. */
export const boat: Motif = ({ main, accent, pattern }) => [
  stroke('M206 266V50', tones.walnut.base, 9),
  solid('sail', 'M218 70C290 116 320 178 324 240Q270 252 218 240Z', main, {
    pattern,
    shade: [10, 0],
  }),
  solid('jib', 'M196 92C160 140 122 196 92 236Q144 250 196 238Z', accent, { shade: [0, 8] }),
  fill('M206 40L252 54L206 70Z', accent.base),
  solid('hull', 'M52 260H348C344 304 312 332 272 332H128C90 332 58 304 52 260Z', tones.oak, {
    shade: [18, 10],
  }),
  fill('M52 260H348L345 278H55Z', accent.shade),
  stroke('M90 296H180M210 306H290', tones.oak.shade, 3, 0.7),
  gleam('M232 110V206', 5),
  fill(
    'M0 318Q25 304 50 318T100 318T150 318T200 318T250 318T300 318T350 318T400 318V400H0Z',
    tones.sky.base,
  ),
  fill(
    'M0 346Q25 334 50 346T100 346T150 346T200 346T250 346T300 346T350 346T400 346V400H0Z',
    tones.lake.light,
  ),
];
