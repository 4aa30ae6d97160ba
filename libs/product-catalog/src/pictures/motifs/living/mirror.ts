import { paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { cast, circle, fill, solid, stroke } from '../../shapes';

const arch = (inset: number): string =>
  `M${104 + inset} ${348 - inset}V164A${96 - inset} ${96 - inset} 0 0 1 ${296 - inset} 164V${348 - inset}Z`;

/** An arched glass with a ledge for flowers. */
export const mirror: Motif = ({ main, accent }) => [
  cast(arch(0)),
  solid('frame', arch(0), main, { shade: [8, 8] }),
  fill(arch(14), tones.sky.light),
  fill('M118 300L282 136V228L118 334Z', paper, 0.45),
  fill('M118 262L270 110L276 124L118 284Z', paper, 0.45),
  stroke(arch(14), main.shade, 4),
  solid('ledge', block(84, 338, 232, 20, 8), accent, { shade: [14, 6] }),
  stroke('M262 304V286', tones.moss.base, 4),
  circle(250, 286, 10, tones.clay.base),
  circle(274, 288, 10, tones.mustard.base),
  circle(262, 276, 14, tones.blush.base),
  fill('M248 338V320C248 310 256 310 256 300H268C268 310 276 310 276 320V338Z', accent.shade),
];
