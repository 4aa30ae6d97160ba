import { tones } from '../colours';
import { hanging, type Motif, standing } from '../motif';
import { block, disc, taper } from '../outlines';
import { circle, fill, gleam, glow, oval, shadow, shift, solid, stroke, turn } from '../shapes';

const flame = (x: number, y: number): string =>
  [
    stroke(`M${x} ${y}V${y - 12}`, tones.charcoal.base, 4),
    fill(
      `M${x} ${y - 54}C${x + 22} ${y - 30} ${x + 16} ${y - 6} ${x} ${y - 6}C${x - 16} ${y - 6} ${x - 22} ${y - 30} ${x} ${y - 54}Z`,
      tones.mustard.base,
    ),
    fill(
      `M${x} ${y - 34}C${x + 11} ${y - 22} ${x + 8} ${y - 8} ${x} ${y - 8}C${x - 8} ${y - 8} ${x - 11} ${y - 22} ${x} ${y - 34}Z`,
      tones.butter.light,
    ),
  ].join('');

/** Three pillars of different heights on a plate. */
const candles: Motif = ({ main, accent, pattern }) => [
  glow(190, 130, 170),
  shadow(200, 128, 336),
  solid('plate', 'M76 312H324Q320 336 292 336H108Q80 336 76 312Z', tones.brass, { shade: [18, 0] }),
  solid('middle', block(160, 146, 78, 170, 8), main, { pattern, shade: [16, 0] }),
  oval(199, 150, 36, 7, main.light),
  solid('left', block(98, 212, 74, 104, 8), accent, { shade: [14, 0] }),
  oval(135, 216, 34, 6, accent.light),
  solid('right', block(226, 246, 74, 70, 8), main, { shade: [14, 0] }),
  oval(263, 250, 34, 6, main.light),
  fill('M184 150Q190 182 196 152Z', main.light),
  flame(199, 150),
  flame(135, 216),
  flame(263, 250),
  gleam('M172 176V250', 5),
  gleam('M110 238V290', 5),
  stroke('M92 320H240', tones.brass.light, 4),
];

const stem =
  'M182 214H218C222 232 210 236 210 250C210 266 224 268 218 284C214 294 216 304 236 310H164C184 304 186 294 182 284C176 268 190 266 190 250C190 236 178 232 182 214Z';

/** With a finger ring, for walking to bed with. */
const candlestick: Motif = ({ main, accent }) => [
  glow(200, 82, 150),
  shadow(200, 104),
  stroke('M276 300C330 268 344 316 288 322', main.shade, 11),
  solid('candle', block(184, 92, 32, 116, 6), accent, { shade: [10, 0] }),
  fill('M184 98Q190 136 196 98T206 116V98Z', accent.light),
  flame(200, 94),
  solid('stem', stem, main, { shade: [10, 0] }),
  solid('socket', 'M164 196H236C236 212 222 222 200 222C178 222 164 212 164 196Z', main, {
    shade: [14, 0],
  }),
  solid('saucer', 'M98 300H302C300 322 282 331 262 331H138C118 331 100 322 98 300Z', main, {
    shade: [24, 0],
  }),
  stroke('M102 301H298', main.light, 5),
  gleam('M114 314Q124 322 140 323', 5),
  circle(200, 250, 4, main.light),
];

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
const festoon: Motif = ({ main, accent }) => [
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

/** Three legs under a drum shade. */
const floorLamp: Motif = ({ main, accent, pattern }) => [
  glow(200, 110, 160),
  shadow(200, 106, 352),
  stroke('M206 176L228 344', accent.shade, 9),
  stroke('M194 176L122 352', accent.base, 10),
  stroke('M206 176L280 352', accent.base, 10),
  stroke('M152 284H253', tones.brass.base, 5),
  stroke('M200 130V184', tones.brass.base, 8),
  circle(200, 184, 12, tones.brass.base),
  solid('shade', taper(200, [42, 148], [150, 186], [8, 8]), main, { pattern, shade: [22, 0] }),
  oval(200, 146, 90, 6, tones.butter.base),
  gleam('M140 66L130 122'),
];

/** A storm lantern, lit. */
const lantern: Motif = ({ main, accent }) => [
  glow(200, 226, 170),
  shadow(200, 92),
  stroke('M132 292C62 40 338 40 268 292', main.shade, 7),
  circle(200, 104, 15, tones.iron.shade),
  circle(200, 103, 8, tones.brass.base),
  fill('M150 166C124 206 128 248 152 276H248C272 248 276 206 250 166Z', tones.butter.base, 0.55),
  fill('M158 170C138 206 140 244 160 272H240C260 244 262 206 242 170Z', tones.butter.light, 0.6),
  fill('M200 190C226 220 228 250 214 264H186C172 250 174 220 200 190Z', tones.mustard.base),
  fill('M200 218C214 236 212 254 206 264H194C188 254 186 236 200 218Z', tones.butter.light),
  stroke('M146 160C116 206 122 250 146 282M254 160C284 206 278 250 254 282', main.base, 6),
  stroke('M136 222Q200 236 264 222', main.base, 4),
  solid('cap', taper(200, [112, 168], [58, 122], [14, 6]), main, { shade: [18, 0] }),
  fill(block(178, 106, 44, 16, 6), accent.base),
  solid('tank', taper(200, [276, 330], [122, 150], [8, 10]), main, { shade: [22, 0] }),
  fill(block(136, 290, 128, 7, 3), accent.base),
  circle(268, 294, 8, accent.base),
  gleam('M140 306V318'),
  gleam('M176 126L158 154', 5),
];

const ribs = [-96, -72, -46, -18, 12, 42, 70, 94];

/** A paper lantern on bamboo ribs. */
const paperGlobe: Motif = ({ main, accent, pattern }) => [
  glow(200, 220, 190),
  stroke('M200 0V104', accent.base, 4),
  fill(block(176, 96, 48, 16, 5), accent.base),
  solid('globe', disc(200, 220, 118, 114), main, { pattern, shade: [20, 12] }),
  oval(186, 210, 74, 76, tones.butter.base, 0.45),
  oval(186, 214, 40, 46, tones.butter.light, 0.55),
  ...ribs.map((rise) => {
    const half = Math.sqrt(1 - (rise / 114) ** 2) * 117;
    return stroke(
      `M${200 - half} ${220 + rise}Q200 ${220 + rise + 20} ${200 + half} ${220 + rise}`,
      main.shade,
      2.5,
      0.6,
    );
  }),
  oval(200, 333, 30, 5, accent.base),
];

const pendant: Motif = ({ main, accent, pattern }) => [
  glow(200, 250, 160),
  fill('M84 238L-30 520H430L316 238Z', tones.butter.base, 0.16),
  stroke('M200 0V110', accent.base, 5),
  fill(block(184, 96, 32, 34, 8), accent.base),
  fill(block(184, 114, 32, 6, 2), accent.shade),
  circle(200, 240, 27, tones.butter.light),
  circle(200, 240, 44, tones.butter.base, 0.4),
  solid(
    'dome',
    'M72 238C72 168 128 126 200 126C272 126 328 168 328 238Q328 243 322 243H78Q72 243 72 238Z',
    main,
    { pattern, shade: [28, 0] },
  ),
  oval(200, 242, 128, 9, main.shade),
  oval(200, 243, 112, 5, tones.butter.base),
  gleam('M94 216C98 184 120 162 148 150', 7),
];

const base =
  'M184 200C184 222 142 236 142 278C142 308 164 326 200 326C236 326 258 308 258 278C258 236 216 222 216 200Z';

const tableLamp: Motif = ({ main, accent, pattern }) => [
  glow(200, 150, 180),
  shadow(200, 84),
  solid('base', base, accent, { shade: [20, 0] }),
  fill(block(156, 318, 88, 13, 6), accent.shade),
  gleam('M160 262C156 276 158 290 164 300'),
  fill(block(186, 188, 28, 16, 4), tones.brass.base),
  solid('shade', taper(200, [66, 192], [128, 206], [10, 8]), main, { pattern, shade: [22, 0] }),
  oval(200, 188, 98, 6, tones.butter.base),
  stroke('M244 192V226', tones.brass.base, 3),
  circle(244, 230, 5, tones.brass.base),
  gleam('M140 94L122 160'),
];

const head = 'M0 0C-6-40 20-62 52-62C84-62 110-40 104 0Q104 4 98 4H6Q0 4 0 0Z';

const taskLamp: Motif = ({ main, accent, pattern }) => [
  glow(268, 216, 130),
  fill('M200 184L160 332H366L302 142Z', tones.butter.base, 0.18),
  shadow(150, 92),
  solid('foot', block(76, 310, 148, 21, 9), main, { shade: [16, 0] }),
  fill(block(136, 294, 28, 20, 5), main.shade),
  stroke('M150 300L104 190', accent.base, 10),
  stroke('M162 296L118 186', accent.shade, 4),
  stroke('M108 186L214 92', accent.base, 10),
  stroke('M118 194L220 104', accent.shade, 4),
  circle(108, 188, 15, main.base),
  circle(108, 188, 6, tones.brass.base),
  turn(-22, 244, 152, [
    shift(191, 171, [
      circle(52, 4, 24, tones.butter.light),
      solid('head', head, main, { pattern, shade: [18, 0] }),
      fill(block(38, -80, 28, 24, 7), main.shade),
      gleam('M14-14C16-34 28-44 40-48'),
    ]),
  ]),
  circle(218, 94, 12, accent.base),
  circle(218, 94, 5, tones.brass.light),
];

export const lighting = {
  candles: standing(candles),
  candlestick: standing(candlestick),
  festoon: hanging(festoon),
  'floor-lamp': standing(floorLamp),
  lantern: standing(lantern),
  'paper-globe': hanging(paperGlobe),
  pendant: hanging(pendant),
  'table-lamp': standing(tableLamp),
  'task-lamp': standing(taskLamp),
};
