import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { box, cast, fill, solid, stroke, turn } from '../../shapes';

const fringe = Array.from({ length: 16 }, (_, at) => 96 + at * 14);

export const rug: Motif = ({ main, accent, pattern }) => [
  turn(-5, 200, 200, [
    cast(block(88, 62, 224, 276, 4)),
    ...[56, 330].map((y) => stroke(fringe.map((x) => `M${x} ${y}v14`).join(''), accent.light, 5)),
    solid('rug', block(88, 62, 224, 276, 4), main, { pattern, shade: [6, 6] }),
    box([88, 84], [224, 12], 0, accent.base),
    box([88, 304], [224, 12], 0, accent.base),
    box([88, 104], [224, 4], 0, accent.shade),
    box([88, 292], [224, 4], 0, accent.shade),
    fill('M200 124L268 200L200 276L132 200Z', accent.base),
    fill('M200 150L244 200L200 250L156 200Z', main.light),
    fill('M200 174L222 200L200 226L178 200Z', accent.shade),
  ]),
];
