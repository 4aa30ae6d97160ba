import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { circle, fill, gleam, shift, stroke } from '../../shapes';

const bulbs = [
  [34, 106],
  [104, 160],
  [200, 182],
  [296, 160],
  [366, 106],
  [70, 238],
  [152, 288],
  [248, 288],
  [330, 238],
] as const;

/** Two swags of bulbs. */
export const festoon: Motif = ({ main, accent }) => [
  stroke('M-10 56Q200 264 410 56', tones.charcoal.base, 5),
  stroke('M-10 170Q200 400 410 170', tones.charcoal.base, 5),
  ...bulbs.flatMap(([x, y], at) => {
    const { base, light } = at % 2 ? accent : main;
    return shift(x, y - 6, [
      circle(0, 40, 46, tones.butter.base, 0.14),
      fill('M-10-8H10V16H-10Z', tones.charcoal.base),
      fill('M-9 14C-26 26-28 62 0 66C28 62 26 26 9 14Z', base),
      circle(0, 44, 11, light),
      gleam('M-14 34Q-17 44-12 52', 4),
    ]);
  }),
];
