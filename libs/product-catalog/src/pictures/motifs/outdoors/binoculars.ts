import { ink, tones } from '../../colours';
import type { Motif, Palette } from '../../motif';
import { block, taper } from '../../outlines';
import { circle, fill, gleam, mirror, oval, shadow, solid, stroke } from '../../shapes';

export const binoculars: Motif = (palette) => [
  stroke('M92 150C14 130 30 336 96 338M308 150C386 130 370 336 304 338', tones.walnut.base, 8),
  shadow(200, 142, 334),
  fill(block(162, 148, 76, 34, 8), tones.charcoal.base),
  fill(block(168, 224, 64, 36, 8), tones.charcoal.shade),
  circle(200, 144, 20, palette.accent.base),
  stroke('M192 130V158M200 128V160M208 130V158', palette.accent.shade, 3),
  ...barrel('left', palette),
  mirror(barrel('right', palette)),
];

const barrel = (side: string, { main, accent, pattern }: Palette): readonly string[] => [
  fill(block(110, 80, 56, 36, 8), tones.charcoal.base),
  solid(`${side}-tube`, taper(136, [108, 308], [64, 118], [8, 10]), main, {
    pattern,
    shade: [14, 0],
  }),
  fill(block(98, 130, 74, 12, 4), accent.base),
  solid(`${side}-front`, block(72, 280, 126, 50, 14), accent, { shade: [14, 0] }),
  oval(135, 326, 54, 9, ink),
  oval(127, 324, 28, 4, tones.sky.base, 0.8),
  gleam('M114 158L100 258'),
];
