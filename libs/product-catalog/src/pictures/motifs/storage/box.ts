import { paper, tones } from '../../colours';
import type { Motif, Palette } from '../../motif';
import { block } from '../../outlines';
import { box, fill, gleam, shadow, solid, stroke } from '../../shapes';

/** A small lidded box on a larger one, labels still blank. */
export const lidded: Motif = ({ main, accent, pattern }) => [
  shadow(200, 134),
  ...one('large', 78, 212, 244, 118, { main, accent, pattern }),
  ...one('small', 112, 92, 182, 112, { main: accent, accent: main, pattern: undefined }),
];

const one = (
  id: string,
  x: number,
  y: number,
  width: number,
  height: number,
  { main, accent, pattern }: Palette,
): readonly string[] => {
  const middle = x + width / 2;
  return [
    solid(`${id}-body`, block(x + 6, y + 20, width - 12, height - 20, 6), main, {
      pattern,
      shade: [20, 0],
    }),
    fill(block(x + 6, y + 34, width - 12, 8, 2), main.shade, 0.8),
    solid(`${id}-lid`, block(x, y, width, 38, 7), main, { shade: [22, 6] }),
    stroke(`M${x + 12} ${y + 38}H${x + width - 12}`, accent.base, 4),
    box([middle - 36, y + 58], [72, 36], 5, tones.brass.base),
    box([middle - 29, y + 64], [58, 24], 2, paper),
    stroke(`M${middle - 18} ${y + 76}h36`, tones.stone.base, 4),
    gleam(`M${x + 16} ${y + 12}h34`, 5),
  ];
};
