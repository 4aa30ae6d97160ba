import { paper, tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, disc } from '../../outlines';
import { cast, circle, fill, shift, solid, stroke, turn } from '../../shapes';

/** From above, with breakfast in it. */
export const pan: Motif = ({ main, accent, pattern }) => {
  const rim = disc(180, 222, 116);
  const egg = 'M-34 8C-52-22-20-46 4-36C20-52 56-36 46-8C62 18 30 44 8 32C-10 48-44 36-34 8Z';
  return [
    cast(rim),
    turn(45, 180, 222, [
      cast(block(166, 0, 30, 116, 14)),
      solid('handle', block(165, -6, 30, 122, 14), accent, { shade: [10, 0] }),
      circle(180, 12, 6, accent.shade),
      fill(block(168, 92, 24, 24, 4), tones.steel.shade),
    ]),
    solid('rim', rim, main, { pattern }),
    circle(180, 222, 96, main.shade),
    shift(0, 3, [circle(180, 222, 92, main.base)]),
    stroke('M104 196A80 80 0 0 1 150 148', main.light, 6),
    shift(176, 226, [
      fill(egg, paper),
      circle(4, 0, 17, tones.mustard.base),
      circle(-2, -5, 5, tones.butter.base),
    ]),
  ];
};
