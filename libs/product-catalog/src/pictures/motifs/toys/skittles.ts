import { tones } from '../../colours';
import type { Motif, Palette } from '../../motif';
import { disc } from '../../outlines';
import { circle, fill, gleam, shadow, shift, solid } from '../../shapes';

const pin =
  'M36 0C58 0 66 20 60 40C56 56 54 62 62 84C76 118 78 150 66 190H6C-6 150-4 118 10 84C18 62 16 56 12 40C6 20 14 0 36 0Z';

export const skittles: Motif = ({ main, accent, pattern }) => [
  shadow(198, 150, 316),
  shift(86, 116, skittle('left', { main: accent, accent: main, pattern: undefined })),
  shift(246, 116, skittle('right', { main: tones.mustard, accent: main, pattern: undefined })),
  shift(164, 138, skittle('middle', { main, accent, pattern })),
  shadow(306, 44, 338),
  solid('ball', disc(304, 296, 44), tones.oak, { shade: [10, 6] }),
  circle(300, 280, 5, tones.walnut.shade),
  circle(316, 286, 5, tones.walnut.shade),
  circle(304, 298, 5, tones.walnut.shade),
  gleam('M272 294Q274 276 286 268', 5),
];

const skittle = (id: string, { main, accent, pattern }: Palette): readonly string[] => [
  solid(id, pin, main, { pattern, shade: [12, 0] }),
  fill('M14 52H58V66H14Z', accent.base),
  fill('M1 160H71V172H1Z', accent.base),
  gleam('M14 104Q6 128 8 148', 5),
];
