import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, disc } from '../../outlines';
import { fill, glow, oval, solid, stroke } from '../../shapes';

const ribs = [-96, -72, -46, -18, 12, 42, 70, 94];

/** A paper lantern on bamboo ribs. */
export const paperGlobe: Motif = ({ main, accent, pattern }) => [
  glow(200, 220, 190),
  stroke('M200 0V104', accent.base, 4),
  fill(block(176, 96, 48, 16, 5), accent.base),
  solid('globe', disc(200, 220, 118, 114), main, { pattern, shade: [20, 12] }),
  oval(186, 210, 74, 76, tones.butter.base, 0.45),
  oval(186, 214, 40, 46, tones.butter.light, 0.55),
  ...ribs.map((rise) => {
    const half = Math.sqrt(1 - (rise / 114) ** 2) * 117;
    return stroke(
      `M${200 - half} ${220 + rise}Q200 ${220 + rise + 20} ${200 + half} ${220 + rise}`,
      main.shade,
      2.5,
      0.6,
    );
  }),
  oval(200, 333, 30, 5, accent.base),
];
