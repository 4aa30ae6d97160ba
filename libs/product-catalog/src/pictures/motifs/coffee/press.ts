import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { box, circle, fill, gleam, oval, shadow, solid, stroke } from '../../shapes';

export const press: Motif = ({ main, accent }) => [
  shadow(200, 92),
  stroke('M264 170C336 166 336 284 264 286', accent.shade, 18),
  stroke('M264 167C332 164 332 281 264 283', accent.base, 11),
  stroke('M196 138V76', tones.steel.shade, 8),
  circle(196, 70, 17, accent.base),
  circle(190, 64, 5, accent.light),
  fill(block(130, 136, 132, 188, 10), tones.glass.base),
  fill(block(136, 214, 120, 106, 8), tones.coffee.base),
  fill('M136 214H256V232Q226 222 196 232T136 230Z', tones.oak.base),
  stroke('M196 140V212', tones.steel.base, 6),
  fill(block(138, 204, 116, 13, 5), tones.steel.shade),
  solid('lid', 'M124 142C128 104 264 104 268 142Z', main, { shade: [22, 0] }),
  fill('M128 150L104 158L128 176Z', main.base),
  solid('frame', block(124, 142, 144, 15, 5), main, { shade: [20, 0] }),
  solid('band', block(126, 270, 140, 12, 4), main, { shade: [20, 0] }),
  solid('base', block(120, 314, 152, 17, 7), main, { shade: [22, 0] }),
  box([152, 157], [7, 158], 3, main.base),
  box([234, 157], [7, 158], 3, main.shade),
  gleam('M141 168V258', 5),
  oval(196, 112, 26, 4, main.light),
];
