import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, leaf } from '../../outlines';
import { cast, circle, fill, gleam, solid, stroke, turn } from '../../shapes';

const slice = (x: number, y: number, colour: string, flesh: string): string =>
  circle(x, y, 30, colour) +
  circle(x, y, 24, flesh) +
  [0, 60, 120, 180, 240, 300]
    .map((angle) => turn(angle, x, y, [fill(leaf(x, y - 4, 17, 0, 8), colour)]))
    .join('');

/** From above, with grain, a hanging hole and something half sliced. */
export const board: Motif = ({ main, accent, pattern }) => {
  const outline = `${block(112, 122, 176, 236, 26)}${block(174, 34, 52, 110, 22)}`;
  return [
    turn(14, 200, 200, [
      cast(outline),
      solid('board', block(112, 122, 176, 236, 26), main, { pattern, shade: [8, 8] }),
      solid('handle', block(174, 34, 52, 110, 22), main, { shade: [8, 0] }),
      fill('M182 122H218V140H182Z', main.base),
      circle(200, 62, 10, main.shade),
      stroke(
        'M138 140V330M164 128V214M164 246V346M262 140V226M262 262V336M236 128V180',
        main.shade,
        3,
        0.45,
      ),
      gleam('M124 160V206', 5),
    ]),
    slice(176, 226, accent.base, accent.light),
    slice(222, 262, accent.shade, accent.light),
    fill(leaf(170, 308, 46, 70, 18), tones.moss.base),
    fill(leaf(172, 310, 40, 20, 16), tones.fern.base),
  ];
};
