import type { Motif } from '../../motif';
import { polygon } from '../../outlines';
import { fill, gleam, shadow, solid, stroke } from '../../shapes';

const seat = polygon(
  [
    [108, 206],
    [284, 206],
    [304, 240],
    [96, 240],
  ],
  12,
);

export const chair: Motif = ({ main, accent }) => [
  shadow(200, 116, 346),
  stroke('M134 236L124 330M268 236L282 330', main.shade, 12),
  stroke('M128 300H278', main.shade, 7),
  stroke('M126 208L112 70M266 208L284 70', main.base, 13),
  stroke('M158 204L152 84M188 204L186 80M214 204L216 80M240 204L248 84', main.shade, 7),
  solid(
    'rail',
    'M98 66C150 44 246 44 300 66Q306 90 296 100C240 82 156 82 104 100Q92 88 98 66Z',
    main,
    { shade: [16, 0] },
  ),
  stroke('M112 238L98 344M288 238L304 344', main.base, 14),
  solid('seat', seat, accent, { shade: [18, 8] }),
  fill(
    'M96 238L99 250Q101 256 108 256H292Q300 256 302 250L304 238Q300 242 290 242H110Q100 242 96 238Z',
    main.shade,
  ),
  gleam('M116 78Q144 68 172 65', 5),
];
