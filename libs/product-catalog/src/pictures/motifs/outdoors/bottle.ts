import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block } from '../../outlines';
import { circle, fill, gleam, shadow, solid, stroke } from '../../shapes';

const body =
  'M150 316V178C150 150 174 146 174 126H226C226 146 250 150 250 178V316Q250 330 236 330H164Q150 330 150 316Z';

/** An insulated flask, with a small mountain on it. */
export const bottle: Motif = ({ main, accent, pattern }) => [
  shadow(200, 72),
  stroke('M180 68C180 30 220 30 220 68', tones.walnut.base, 9),
  solid('body', body, main, { pattern, shade: [24, 0] }),
  fill('M174 120H226V138H174Z', tones.steel.base),
  fill('M212 120H226V138H212Z', tones.steel.shade),
  solid('cap', block(168, 62, 64, 62, 12), accent, { shade: [14, 0] }),
  stroke('M184 78V110M200 78V110M216 78V110', accent.shade, 3),
  solid('foot', 'M150 302H250V316Q250 330 236 330H164Q150 330 150 316Z', accent, {
    shade: [24, 0],
  }),
  circle(200, 228, 29, tones.cream.base),
  fill('M178 242L196 212L205 226L211 218L224 242Z', tones.fern.base),
  circle(212, 212, 5, tones.mustard.base),
  gleam('M164 190V276'),
];
