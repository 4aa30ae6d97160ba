import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, taper } from '../../outlines';
import { fill, gleam, oval, shadow, solid, stroke, turn } from '../../shapes';

/** A jar of spoons, a slotted turner and a whisk. */
export const crock: Motif = ({ main, accent, pattern }) => [
  shadow(200, 84),
  turn(-17, 180, 230, [
    stroke('M172 240V112', accent.shade, 11),
    oval(172, 92, 24, 36, accent.base),
    oval(168, 92, 13, 24, accent.shade, 0.5),
  ]),
  turn(4, 200, 230, [
    stroke('M200 240V120', tones.walnut.base, 11),
    fill(block(174, 50, 52, 78, 12), tones.walnut.base),
    stroke('M190 70V106M210 70V106', tones.walnut.shade, 6),
  ]),
  turn(20, 225, 230, [
    stroke('M228 240V150', tones.steel.shade, 9),
    stroke(
      'M228 152C190 110 206 58 228 58S266 110 228 152M228 152C214 110 218 58 228 58S242 110 228 152',
      tones.steel.base,
      4.5,
    ),
  ]),
  oval(200, 196, 70, 14, main.shade),
  solid('crock', taper(200, [194, 330], [144, 128], [6, 24]), main, { pattern, shade: [20, 0] }),
  oval(200, 196, 72, 7, main.light),
  gleam('M144 222V286'),
];
