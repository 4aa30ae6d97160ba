import { paper, tones } from '../colours';
import { lying, type Motif, standing } from '../motif';
import { block, disc, leaf, taper } from '../outlines';
import {
  box,
  cast,
  circle,
  fill,
  gleam,
  oval,
  shadow,
  shift,
  solid,
  steam,
  stroke,
  turn,
} from '../shapes';

const slice = (x: number, y: number, colour: string, flesh: string): string =>
  circle(x, y, 30, colour) +
  circle(x, y, 24, flesh) +
  [0, 60, 120, 180, 240, 300]
    .map((angle) => turn(angle, x, y, [fill(leaf(x, y - 4, 17, 0, 8), colour)]))
    .join('');

/** From above, with grain, a hanging hole and something half sliced. */
const board: Motif = ({ main, accent, pattern }) => {
  const outline = `${block(112, 122, 176, 236, 26)}${block(174, 34, 52, 110, 22)}`;
  return [
    turn(14, 200, 200, [
      cast(outline),
      solid('board', block(112, 122, 176, 236, 26), main, { pattern, shade: [8, 8] }),
      solid('handle', block(174, 34, 52, 110, 22), main, { shade: [8, 0] }),
      fill('M182 122H218V140H182Z', main.base),
      circle(200, 62, 10, main.shade),
      stroke(
        'M138 140V330M164 128V214M164 246V346M262 140V226M262 262V336M236 128V180',
        main.shade,
        3,
        0.45,
      ),
      gleam('M124 160V206', 5),
    ]),
    slice(176, 226, accent.base, accent.light),
    slice(222, 262, accent.shade, accent.light),
    fill(leaf(170, 308, 46, 70, 18), tones.moss.base),
    fill(leaf(172, 310, 40, 20, 16), tones.fern.base),
  ];
};

const pear = 'M236 200C214 196 208 164 222 150C226 128 246 128 250 150C266 166 258 198 236 200Z';

/** A bowl with fruit looking over its rim. */
const bowl: Motif = ({ main, accent, pattern }) => [
  shadow(200, 104),
  oval(200, 208, 124, 22, main.shade),
  circle(150, 186, 38, accent.base),
  circle(140, 174, 9, accent.light),
  stroke('M152 152Q154 140 162 134', tones.walnut.base, 5),
  fill(leaf(156, 146, 30, 60, 11), tones.moss.base),
  fill(pear, tones.mustard.base),
  stroke('M237 138Q236 126 242 118', tones.walnut.base, 5),
  circle(196, 184, 33, accent.shade),
  circle(278, 198, 30, accent.base),
  solid('foot', taper(200, [300, 331], [104, 116], [2, 5]), main, { shade: [16, 0] }),
  solid(
    'bowl',
    'M74 206C78 276 136 314 200 314C264 314 322 276 326 206Q326 200 320 202Q200 240 80 202Q74 200 74 206Z',
    main,
    { pattern, shade: [24, 6] },
  ),
  stroke('M77 205Q200 243 323 205', main.light, 6),
  gleam('M96 236C104 262 122 280 142 290'),
];

const holes = [
  [240, [110, 140, 170, 200, 230, 260, 290]],
  [264, [125, 155, 185, 215, 245, 275]],
  [288, [148, 174, 200, 226, 252]],
] as const;

/** Draining salad leaves. */
const colander: Motif = ({ main, accent }) => [
  shadow(200, 92),
  stroke('M160 318L150 330M240 318L250 330', accent.shade, 12),
  stroke('M82 214C44 206 44 240 86 244M318 214C356 206 356 240 314 244', accent.base, 13),
  ...[-62, -38, -12, 16, 40, 64].map((angle, at) =>
    fill(leaf(200 + angle, 216, 84, angle * 0.75, 38), at % 2 ? tones.fern.light : tones.moss.base),
  ),
  ...[-44, 0, 44].map((angle) =>
    stroke(`M${200 + angle} 214L${200 + angle * 1.7} 158`, tones.sage.light, 3.5),
  ),
  solid('bowl', 'M76 208H324C322 276 268 322 200 322C132 322 78 276 76 208Z', main, {
    shade: [24, 6],
  }),
  ...holes.flatMap(([y, row]) => row.map((x) => circle(x, y, 5.5, main.shade))),
  stroke('M78 210H322', accent.base, 11),
  gleam('M92 232C98 256 108 272 122 284', 5),
];

/** A jar of spoons, a slotted turner and a whisk. */
const crock: Motif = ({ main, accent, pattern }) => [
  shadow(200, 84),
  turn(-17, 180, 230, [
    stroke('M172 240V112', accent.shade, 11),
    oval(172, 92, 24, 36, accent.base),
    oval(168, 92, 13, 24, accent.shade, 0.5),
  ]),
  turn(4, 200, 230, [
    stroke('M200 240V120', tones.walnut.base, 11),
    fill(block(174, 50, 52, 78, 12), tones.walnut.base),
    stroke('M190 70V106M210 70V106', tones.walnut.shade, 6),
  ]),
  turn(20, 225, 230, [
    stroke('M228 240V150', tones.steel.shade, 9),
    stroke(
      'M228 152C190 110 206 58 228 58S266 110 228 152M228 152C214 110 218 58 228 58S242 110 228 152',
      tones.steel.base,
      4.5,
    ),
  ]),
  oval(200, 196, 70, 14, main.shade),
  solid('crock', taper(200, [194, 330], [144, 128], [6, 24]), main, { pattern, shade: [20, 0] }),
  oval(200, 196, 72, 7, main.light),
  gleam('M144 222V286'),
];

const jugBody =
  'M128 120L118 104Q116 96 128 98L246 106Q252 108 250 116C244 160 250 180 262 214C278 260 270 312 252 324Q244 330 232 330H156Q144 330 136 324C118 310 110 260 126 214C138 180 140 150 128 120Z';

const jug: Motif = ({ main, accent, pattern }) => [
  shadow(196, 92),
  stroke('M248 132C330 120 330 236 268 246', main.shade, 18),
  stroke('M248 130C326 118 326 234 268 244', accent.base, 8),
  solid('body', jugBody, main, { pattern, shade: [22, 0] }),
  fill('M116 98Q180 116 250 108L250 118Q184 126 122 110Z', accent.base),
  oval(190, 103, 58, 6, accent.shade, 0.6),
  fill(block(142, 322, 104, 9, 4), accent.base),
  gleam('M142 214C130 246 130 272 138 296'),
  gleam('M150 136Q154 156 150 174', 5),
];

const blade = 'M200 48C232 82 242 132 240 196L238 226H192V60Q192 44 200 48Z';

const knife: Motif = ({ main, accent, pattern }) => [
  turn(38, 205, 205, [
    cast(`${blade}${block(194, 222, 40, 136, 16)}`),
    solid('blade', blade, tones.steel, { shade: [0, 0] }),
    fill('M200 48C232 82 242 132 240 196L238 226H222C226 160 220 96 196 50Z', tones.steel.light),
    gleam('M203 84V196', 5),
    fill(block(190, 218, 50, 16, 4), tones.steel.shade),
    solid('handle', block(194, 230, 40, 132, 16), main, { pattern, shade: [10, 0] }),
    ...[256, 294, 332].map((y) => circle(213, y, 5, tones.brass.base)),
  ]),
  circle(300, 306, 44, accent.shade),
  circle(296, 302, 44, accent.base),
  circle(296, 302, 36, tones.cream.base),
  ...[0, 45, 90, 135, 180, 225, 270, 315].map((angle) =>
    turn(angle, 296, 302, [fill('M296 298L287 274Q296 268 305 274Z', accent.light)]),
  ),
  stroke('M92 110Q104 96 120 96', accent.base, 7),
  stroke('M84 144Q92 128 108 126', accent.light, 7),
];

const millBody =
  'M152 330C144 330 142 322 146 312L158 262C166 240 172 224 164 204C160 192 158 180 166 172H234C242 180 240 192 236 204C228 224 234 240 242 262L254 312C258 322 256 330 248 330Z';

const mill: Motif = ({ main, accent, pattern }) => [
  shadow(200, 76),
  solid('body', millBody, main, { pattern, shade: [20, 0] }),
  solid('head', 'M158 168C150 128 172 106 200 106C228 106 250 128 242 168Z', main, {
    shade: [18, 0],
  }),
  box([158, 164], [84, 12], 6, accent.base),
  solid('knob', block(190, 86, 20, 26, 8), accent, { shade: [7, 0] }),
  circle(200, 82, 13, accent.base),
  circle(196, 78, 4, accent.light),
  stroke('M162 262Q200 272 238 262', main.shade, 5, 0.8),
  box([144, 310], [112, 8], 4, accent.base),
  gleam('M176 132Q170 142 170 154', 5),
  gleam('M166 284L160 304', 5),
  circle(106, 326, 8, tones.charcoal.base),
  circle(128, 331, 7, tones.walnut.shade),
  circle(286, 328, 8, tones.charcoal.base),
  circle(304, 332, 6, tones.walnut.shade),
];

/** From above, with breakfast in it. */
const pan: Motif = ({ main, accent, pattern }) => {
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

const pot: Motif = ({ main, accent, pattern }) => [
  shadow(200, 128),
  stroke('M96 226C58 220 58 262 96 256', main.shade, 15),
  stroke('M304 226C342 220 342 262 304 256', main.shade, 15),
  solid('body', taper(200, [186, 328], [220, 204], [6, 44]), main, { pattern, shade: [24, 6] }),
  solid('lid', 'M88 186C92 132 308 132 312 186Z', main, { shade: [26, 0] }),
  box([84, 179], [232, 14], 7, accent.base),
  fill('M184 146H216L212 132H188Z', accent.shade),
  circle(200, 124, 15, accent.base),
  circle(195, 119, 4, accent.light),
  gleam('M112 214C112 250 116 276 124 292'),
  gleam('M124 168C138 156 152 151 168 149', 5),
  steam(292, 128),
];

const dough =
  'M92 214C76 142 150 92 214 104C290 92 340 160 318 224C316 302 236 330 180 312C128 318 92 272 92 214Z';

const rollingPin: Motif = ({ main, accent, pattern }) => [
  cast(dough),
  fill(dough, paper),
  fill(dough, '#F1DFC0', 0.75),
  stroke('M128 250C136 278 160 292 188 294', paper, 7, 0.9),
  turn(-38, 200, 205, [
    cast(block(106, 176, 188, 58, 14)),
    solid('left', block(34, 190, 82, 30, 15), accent, { shade: [0, 9] }),
    solid('right', block(284, 190, 82, 30, 15), accent, { shade: [0, 9] }),
    solid('pin', block(104, 174, 192, 62, 14), main, { pattern, shade: [0, 16] }),
    gleam('M124 188H230'),
    stroke('M134 206H190M206 214H262', main.shade, 3, 0.6),
    oval(42, 205, 4, 9, accent.shade),
  ]),
  circle(76, 92, 5, paper),
  circle(104, 70, 3.5, paper),
  circle(330, 300, 5, paper),
  circle(312, 330, 3.5, paper),
  circle(350, 276, 3, paper),
];

export const kitchen = {
  board: lying(board),
  bowl: standing(bowl),
  colander: standing(colander),
  crock: standing(crock),
  jug: standing(jug),
  knife: lying(knife),
  mill: standing(mill),
  pan: lying(pan),
  pot: standing(pot),
  'rolling-pin': lying(rollingPin),
};
