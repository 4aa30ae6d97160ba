import { paper } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { cast, circle, fill, gleam, solid, stroke, turn } from '../../shapes';

const handle = 'M186 28Q200 16 214 28C222 60 206 120 210 176H190C194 120 178 60 186 28Z';
const head =
  'M200 168C238 168 252 210 252 262C252 316 232 356 200 356S148 316 148 262C148 210 162 168 200 168Z';
const tufts = [
  [206, [180, 200, 220]],
  [232, [172, 191, 210, 229]],
  [258, [170, 190, 210, 230]],
  [284, [172, 191, 210, 229]],
  [310, [180, 200, 220]],
] as const;

export const brush: Motif = ({ main, accent, pattern }) => [
  turn(40, 200, 200, [
    cast(`${handle}${head}`),
    solid('handle', handle, main, { shade: [8, 0] }),
    circle(200, 40, 7, main.shade),
    stroke('M200 32C204 12 188 4 182-12', accent.base, 4),
    solid('head', head, main, { pattern, shade: [14, 4] }),
    fill(block(160, 188, 80, 146, 38), accent.shade),
    ...tufts.flatMap(([y, row]) =>
      row.map((x) => circle(x, y, 9, accent.base) + circle(x - 2, y - 2, 5, accent.light)),
    ),
    gleam('M158 250C158 226 164 206 172 196', 5),
  ]),
  circle(92, 120, 16, paper, 0.75),
  circle(122, 92, 9, paper, 0.75),
  circle(310, 316, 13, paper, 0.75),
  circle(334, 288, 7, paper, 0.75),
];
