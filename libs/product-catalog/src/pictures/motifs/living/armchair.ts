import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { fill, gleam, shadow, solid, stroke } from '../../shapes';

export const armchair: Motif = ({ main, accent, pattern }) => [
  shadow(200, 146, 338),
  stroke('M104 296L92 334M296 296L308 334', tones.walnut.base, 14),
  stroke('M160 300V324M240 300V324', tones.walnut.shade, 11),
  solid('back', 'M92 290V142C92 84 146 70 200 70C254 70 308 84 308 142V290Z', main, {
    pattern,
    shade: [20, 0],
  }),
  gleam('M110 160V144C112 114 130 98 152 92'),
  solid(
    'pillow',
    'M138 142Q200 152 262 140Q256 180 264 220Q200 212 136 222Q144 180 138 142Z',
    accent,
    { shade: [14, 4] },
  ),
  solid('seat', block(118, 214, 164, 50, 20), main, { shade: [0, 10] }),
  fill(block(96, 256, 208, 46, 12), main.shade),
  solid('left', block(64, 186, 62, 118, 28), main, { pattern, shade: [10, 0] }),
  solid('right', block(274, 186, 62, 118, 28), main, { pattern, shade: [16, 0] }),
  gleam('M78 216Q80 202 92 198', 5),
];
