import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { leaf } from '../../outlines';
import { fill, mirror, oval, shadow, solid, stroke } from '../../shapes';

const cloth = 'M70 178C130 212 270 212 330 178C318 262 262 296 200 296C138 296 82 262 70 178Z';
const tassels = [106, 134, 166, 200, 234, 266, 294];

const tree = [
  fill('M22-10H54L58 344Q40 352 20 344Z', tones.walnut.base),
  fill('M44-10H54L58 344Q50 349 44 349Z', tones.walnut.shade),
  stroke('M32 80V104M36 220V250', tones.walnut.shade, 4),
  ...[24, 62, 100].map((angle) =>
    fill(leaf(44, 20, 76, angle, 32), angle === 62 ? tones.fern.base : tones.moss.base),
  ),
  stroke('M38 132L76 182M38 132L104 196', tones.oat.base, 4),
  stroke('M26 130H54', tones.oat.base, 10),
];

/** Slung between two trees. */
export const hammock: Motif = ({ main, accent, pattern }) => [
  shadow(200, 150, 344),
  ...tree,
  mirror(tree),
  oval(200, 186, 118, 20, main.shade),
  solid('pillow', 'M90 166Q128 150 158 176Q160 200 128 206Q92 198 90 166Z', accent, {
    shade: [8, 6],
  }),
  solid('cloth', cloth, main, { pattern, shade: [14, 12] }),
  ...tassels.map((x) => {
    const hem = 296 - ((x - 200) / 130) ** 2 * 74;
    return stroke(`M${x} ${hem - 6}V${hem + 16}`, accent.base, 5);
  }),
  stroke('M72 180C130 214 270 214 328 180', main.light, 5),
];
