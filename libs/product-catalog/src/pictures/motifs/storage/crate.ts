import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, leaf } from '../../outlines';
import { box, circle, fill, shadow, solid, stroke } from '../../shapes';

const slats = [196, 244, 290];

/** Slatted, and full of a good autumn. */
export const crate: Motif = ({ main, accent }) => [
  shadow(200, 142, 334),
  ...[112, 160, 208, 256, 292].map(
    (x, at) =>
      circle(x, 180 - (at % 2) * 10, 34, at % 2 ? accent.base : tones.mustard.base) +
      circle(x - 10, 168 - (at % 2) * 10, 8, at % 2 ? accent.light : tones.butter.base),
  ),
  ...[-50, -10, 34].map((angle, at) =>
    fill(leaf(150 + at * 48, 168, 70, angle, 26), at % 2 ? tones.fern.base : tones.moss.base),
  ),
  box([76, 196], [248, 134], 6, main.shade),
  ...slats.map((y, at) => solid(`slat-${at}`, block(66, y, 268, 42, 5), main, { shade: [18, 5] })),
  fill(block(164, 206, 72, 20, 10), main.shade),
  fill(block(168, 211, 64, 15, 7), tones.charcoal.shade, 0.75),
  stroke(
    'M104 206H146M254 222H312M110 262H190M214 272H300M124 306H176M230 316H296',
    main.shade,
    3,
    0.55,
  ),
  ...slats.flatMap((y) => [80, 320].map((x) => circle(x, y + 21, 4.5, tones.iron.base))),
];
