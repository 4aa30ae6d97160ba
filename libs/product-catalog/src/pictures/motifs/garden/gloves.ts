import type { Motif, Palette } from '../../motif';
import { block } from '../../outlines';
import { cast, mirror, shift, solid, stroke, turn } from '../../shapes';

const fingers = 'M142 190V132M165 186V112M188 186V118M210 192V140M136 236L104 200';
const palm = 'M130 180H222V246C222 266 212 272 210 284H142C140 272 130 266 130 246Z';

/** A pair, palms down. */
export const gloves: Motif = (palette) => [
  turn(-12, 200, 200, [shift(-52, -2, glove('left', palette))]),
  turn(14, 200, 200, [mirror([shift(-66, 20, glove('right', palette))])]),
];

const glove = (side: string, { main, accent, pattern }: Palette): readonly string[] => [
  cast(`${block(130, 120, 92, 160, 24)}${block(132, 276, 88, 64, 8)}`),
  stroke(fingers, main.shade, 26),
  stroke(fingers, main.base, 21),
  solid(`${side}-palm`, palm, main, { pattern, shade: [0, 0] }),
  stroke('M154 184V196M177 182V196M199 184V196', main.shade, 3),
  stroke('M150 246Q176 260 202 246', main.shade, 3, 0.6),
  solid(`${side}-cuff`, block(132, 278, 88, 64, 8), accent, { shade: [10, 0] }),
  stroke('M138 296H214M138 314H214', accent.shade, 3, 0.7),
];
