import { paper, type Tone, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { box, circle, fill, gleam, shadow, solid, stroke } from '../../shapes';

const contents = 'M122 206Q160 194 200 206T278 206V304Q278 324 258 324H142Q122 324 122 304Z';
const rows = [310, 290, 270, 250, 230];

/** Glass, half full of something that keeps. */
export const jar: Motif = ({ main, accent, pattern }) => [
  shadow(200, 92),
  fill(block(114, 128, 172, 203, 26), tones.glass.base),
  solid('contents', contents, accent, { shade: [18, 0] }),
  ...rows.flatMap((y, row) => [0, 1, 2, 3, 4, 5].map((at) => grain(y, row, at, accent))),
  stroke('M120 150H280', tones.glass.shade, 3, 0.5),
  box([152, 232], [96, 58], 6, paper),
  stroke('M168 252H232M178 268H222', tones.charcoal.base, 4, 0.7),
  gleam('M130 168V290', 8),
  solid('lid', block(118, 88, 164, 46, 10), main, { pattern, shade: [20, 0] }),
  fill(block(124, 128, 152, 12, 5), main.shade),
  solid('knob', block(182, 66, 36, 26, 10), main, { shade: [9, 0] }),
];

const grain = (y: number, row: number, at: number, { shade, light }: Tone): string =>
  circle(138 + at * 24 + (row % 2) * 8, y, 7, (at + row) % 3 ? shade : light, 0.6);
