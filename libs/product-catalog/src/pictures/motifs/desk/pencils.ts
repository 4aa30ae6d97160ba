import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { cast, fill, shift, stroke, turn } from '../../shapes';

const pencil = (x: number, y: number, base: string, shade: string, lead: string): string =>
  shift(x, y, [
    cast(block(0, 0, 34, 226, 3)),
    fill(block(0, -22, 34, 30, 8), tones.blush.base),
    fill(block(0, 0, 34, 22, 2), tones.brass.base),
    stroke('M3 8H31M3 15H31', tones.brass.shade, 2),
    fill('M0 22H34V210H0Z', base),
    fill('M22 22H34V210H22Z', shade),
    fill('M11 22H15V210H11Z', '#FAF7F2', 0.35),
    fill('M0 210Q6 202 11 210Q17 202 22 210Q28 202 34 210L17 262Z', tones.oak.light),
    fill('M12 245H22L17 262Z', lead),
  ]);

/** Five in a row, sharpened by somebody patient. */
export const pencils: Motif = ({ main, accent }) => [
  turn(22, 200, 200, [
    pencil(92, 92, main.base, main.shade, main.shade),
    pencil(140, 66, accent.base, accent.shade, accent.shade),
    pencil(188, 96, main.light, main.base, main.base),
    pencil(236, 58, tones.charcoal.base, tones.charcoal.shade, tones.charcoal.shade),
    pencil(284, 84, accent.light, accent.base, accent.base),
  ]),
];
