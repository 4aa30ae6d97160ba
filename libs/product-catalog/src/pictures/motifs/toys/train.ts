import { paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, taper } from '../../outlines';
import { box, circle, fill, gleam, shadow, solid, stroke } from '../../shapes';
import { wheel } from './car';

/** An engine with a good head of steam. */
export const train: Motif = ({ main, accent, pattern }) => [
  shadow(200, 160, 332),
  circle(292, 96, 22, paper, 0.85),
  circle(262, 70, 16, paper, 0.85),
  circle(232, 54, 11, paper, 0.85),
  solid('chimney', taper(302, [132, 190], [52, 34], [6, 2]), accent, { shade: [10, 0] }),
  solid('boiler', block(156, 184, 198, 88, 34), main, { pattern, shade: [14, 16] }),
  fill('M204 184H218V272H204ZM268 184H282V272H268Z', accent.base),
  solid('dome', 'M222 184C222 156 260 156 260 184Z', tones.brass, { shade: [8, 0] }),
  solid('cab', block(60, 128, 112, 146, 6), main, { shade: [14, 0] }),
  box([80, 152], [68, 54], 8, tones.glass.base),
  stroke('M92 196L116 164', paper, 6),
  solid('roof', block(46, 110, 140, 24, 10), accent, { shade: [12, 0] }),
  solid('frame', block(46, 266, 310, 22, 6), tones.walnut, { shade: [12, 0] }),
  circle(346, 226, 11, tones.butter.base),
  stroke('M46 278H22', tones.iron.base, 8),
  wheel(112, 292, 40, accent.base),
  wheel(214, 304, 28, accent.base),
  wheel(300, 304, 28, accent.base),
  stroke('M112 292L214 304H300', tones.brass.base, 6),
  gleam('M176 206Q180 198 190 197', 5),
  gleam('M72 224V254', 5),
];
