import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { circle, fill, gleam, shadow, solid, stroke } from '../../shapes';

const body =
  'M44 272C44 236 70 226 106 220C126 176 152 152 204 152C258 152 282 180 300 220C340 224 358 240 358 272V288Q358 300 346 300H56Q44 300 44 288Z';

export const wheel = (x: number, y: number, radius: number, hub: string): string =>
  circle(x, y, radius, tones.charcoal.base) +
  circle(x, y, radius * 0.62, tones.oak.base) +
  circle(x, y, radius * 0.25, hub);

export const car: Motif = ({ main, accent, pattern }) => [
  shadow(200, 158, 332),
  solid('body', body, main, { pattern, shade: [18, 10] }),
  fill('M132 218C144 188 160 174 192 174V218Z', tones.glass.base),
  fill('M208 174C244 174 260 192 272 218H208Z', tones.glass.base),
  stroke('M140 212L164 184M222 214L246 186', tones.sky.base, 6),
  circle(236, 198, 17, tones.oak.base),
  fill('M219 194Q236 168 253 194Z', accent.shade),
  fill('M46 256H354V270H46Z', accent.base),
  circle(344, 250, 9, tones.butter.base),
  wheel(116, 296, 38, accent.base),
  wheel(284, 296, 38, accent.base),
  gleam('M66 242C78 236 92 234 106 232'),
];
