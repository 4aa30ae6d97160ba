import { ink, paper, tones } from '../colours';
import type { Motif } from '../motif';
import { block, taper } from '../outlines';
import { box, circle, fill, gleam, oval, shadow, solid, stroke, turn } from '../shapes';

const carBody =
  'M44 272C44 236 70 226 106 220C126 176 152 152 204 152C258 152 282 180 300 220C340 224 358 240 358 272V288Q358 300 346 300H56Q44 300 44 288Z';

const wheel = (x: number, y: number, radius: number, hub: string): string =>
  circle(x, y, radius, tones.charcoal.base) +
  circle(x, y, radius * 0.62, tones.oak.base) +
  circle(x, y, radius * 0.25, hub);

export const car: Motif = ({ main, accent, pattern }) => [
  shadow(200, 158, 332),
  solid('body', carBody, main, { pattern, shade: [18, 10] }),
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

/** A dachshund to pull along. */
export const train: Motif = ({ main, accent, pattern }) => [
  shadow(200, 160, 332),
  circle(292, 96, 22, paper, 0.85),
  circle(262, 70, 16, paper, 0.85),
  circle(232, 54, 11, paper, 0.85),
  solid('chimney', taper(302, [132, 190], [52, 34], [6, 2]), accent, { shade: [10, 0] }),
  solid('boiler', block(156, 184, 198, 88, 34), main, { pattern, shade: [14, 16] }),
  fill('M204 184H218V272H204ZM268 184H282V272H268Z', accent.base),
  solid('dome', 'M222 184C222 156 260 156 260 184Z', tones.brass, { shade: [8, 0] }),
  solid('cab', block(60, 128, 112, 146, 6), main, { shade: [14, 0] }),
  box([80, 152], [68, 54], 8, tones.glass.base),
  stroke('M92 196L116 164', paper, 6),
  solid('roof', block(46, 110, 140, 24, 10), accent, { shade: [12, 0] }),
  solid('frame', block(46, 266, 310, 22, 6), tones.walnut, { shade: [12, 0] }),
  circle(346, 226, 11, tones.butter.base),
  stroke('M46 278H22', tones.iron.base, 8),
  wheel(112, 292, 40, accent.base),
  wheel(214, 304, 28, accent.base),
  wheel(300, 304, 28, accent.base),
  stroke('M112 292L214 304H300', tones.brass.base, 6),
  gleam('M176 206Q180 198 190 197', 5),
  gleam('M72 224V254', 5),
];

/** Seven bars and no sense of shame. */

export const dog: Motif = ({ main, accent, pattern }) => [
  shadow(196, 156, 332),
  stroke('M330 290C366 300 352 330 388 326', accent.shade, 5),
  stroke('M66 216C44 200 42 176 54 160', main.shade, 15),
  solid('body', block(56, 186, 246, 84, 40), main, { pattern, shade: [12, 16] }),
  fill(block(140, 184, 74, 88, 4), accent.base),
  fill(block(196, 184, 18, 88, 4), accent.shade),
  solid(
    'head',
    'M250 120C256 88 300 84 318 104L358 128C372 140 366 162 346 164L308 168C296 210 250 214 240 186C234 166 244 146 250 120Z',
    main,
    { shade: [6, 10] },
  ),
  turn(10, 262, 150, [oval(262, 158, 20, 42, main.shade)]),
  oval(358, 136, 12, 9, ink),
  circle(308, 120, 6, ink),
  stroke('M250 196Q272 212 300 192', tones.clay.base, 11),
  circle(274, 210, 8, tones.brass.base),
  solid('board', block(58, 266, 276, 20, 9), tones.oak, { shade: [12, 0] }),
  wheel(102, 300, 31, accent.base),
  wheel(286, 300, 31, accent.base),
  gleam('M76 222Q80 204 98 200'),
];
