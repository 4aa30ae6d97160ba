import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { cast, circle, fill, stroke, turn } from '../../shapes';

/** Seven bars and no sense of shame. */
export const xylophone: Motif = ({ main, accent }) => {
  const bars = [main, accent, tones.mustard, tones.sage, tones.lake, tones.blush, tones.navy];
  return [
    turn(-8, 200, 200, [
      cast('M58 128L346 176V252L58 296Z'),
      stroke('M58 158L346 192M58 264L346 232', tones.oak.base, 20),
      ...bars.flatMap(({ base, light }, at) => {
        const [x, half] = [56 + at * 42, 112 - at * 10];
        return [
          fill(block(x, 212 - half, 34, half * 2, 8), base),
          fill(block(x + 6, 220 - half, 6, half * 2 - 16, 3), light, 0.7),
          circle(x + 17, 172 + at * 2, 4, tones.cream.base),
          circle(x + 17, 252 - at * 2, 4, tones.cream.base),
        ];
      }),
    ]),
    turn(38, 250, 250, [
      stroke('M250 176V366', tones.walnut.base, 9),
      circle(250, 170, 19, main.shade),
      circle(246, 165, 6, main.light),
    ]),
    turn(-24, 250, 250, [
      stroke('M262 176V350', tones.walnut.base, 9),
      circle(262, 170, 19, accent.shade),
      circle(258, 165, 6, accent.light),
    ]),
  ];
};
