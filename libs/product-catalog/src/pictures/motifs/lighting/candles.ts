import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { fill, gleam, glow, oval, shadow, solid, stroke } from '../../shapes';

export const flame = (x: number, y: number): string =>
  [
    stroke(`M${x} ${y}V${y - 12}`, tones.charcoal.base, 4),
    fill(
      `M${x} ${y - 54}C${x + 22} ${y - 30} ${x + 16} ${y - 6} ${x} ${y - 6}C${x - 16} ${y - 6} ${x - 22} ${y - 30} ${x} ${y - 54}Z`,
      tones.mustard.base,
    ),
    fill(
      `M${x} ${y - 34}C${x + 11} ${y - 22} ${x + 8} ${y - 8} ${x} ${y - 8}C${x - 8} ${y - 8} ${x - 11} ${y - 22} ${x} ${y - 34}Z`,
      tones.butter.light,
    ),
  ].join('');

/** Three pillars of different heights on a plate. */
export const candles: Motif = ({ main, accent, pattern }) => [
  glow(190, 130, 170),
  shadow(200, 128, 336),
  solid('plate', 'M76 312H324Q320 336 292 336H108Q80 336 76 312Z', tones.brass, { shade: [18, 0] }),
  solid('middle', block(160, 146, 78, 170, 8), main, { pattern, shade: [16, 0] }),
  oval(199, 150, 36, 7, main.light),
  solid('left', block(98, 212, 74, 104, 8), accent, { shade: [14, 0] }),
  oval(135, 216, 34, 6, accent.light),
  solid('right', block(226, 246, 74, 70, 8), main, { shade: [14, 0] }),
  oval(263, 250, 34, 6, main.light),
  fill('M184 150Q190 182 196 152Z', main.light),
  flame(199, 150),
  flame(135, 216),
  flame(263, 250),
  gleam('M172 176V250', 5),
  gleam('M110 238V290', 5),
  stroke('M92 320H240', tones.brass.light, 4),
];
