import { ink, paper, tones } from '../colours';
import { hanging, lying, type Motif, type Palette, standing } from '../motif';
import { block, disc } from '../outlines';
import { cast, circle, fill, gleam, oval, shadow, shift, solid, stroke, turn } from '../shapes';
import { car, dog, train } from './toys-on-wheels';

const ball: Motif = ({ main, accent, pattern }) => [
  shadow(206, 100, 334),
  fill(disc(200, 212, 120), main.base),
  fill('M178 108C112 130 78 172 84 240A120 120 0 0 1 178 94Z', accent.base),
  fill('M178 108C206 160 204 260 176 328A120 120 0 0 1 96 272C92 204 124 150 178 108Z', main.light),
  fill(
    'M178 108C240 130 292 190 292 288A120 120 0 0 1 236 326C250 246 226 160 178 108Z',
    accent.base,
  ),
  fill(
    'M178 108C230 96 292 122 316 182A120 120 0 0 1 310 258C300 186 250 124 178 108Z',
    main.light,
  ),
  solid(
    'ball',
    disc(200, 212, 120),
    { base: 'none', shade: main.shade, light: main.light },
    { pattern, shade: [22, 14] },
  ),
  circle(178, 108, 14, accent.shade),
  circle(176, 106, 11, accent.light),
  gleam('M104 208C108 172 124 146 146 130', 8),
];

/** Sits, waits, forgives. */
const bear: Motif = ({ main, accent, pattern }) => [
  shadow(200, 120, 334),
  circle(136, 78, 30, main.base),
  circle(264, 78, 30, main.shade),
  circle(136, 80, 16, accent.light),
  circle(264, 80, 16, accent.light),
  turn(24, 116, 230, [oval(116, 230, 27, 54, main.shade)]),
  turn(-24, 284, 230, [oval(284, 230, 27, 54, main.shade)]),
  solid('body', disc(200, 252, 84, 82), main, { pattern, shade: [14, 6] }),
  oval(200, 262, 48, 50, accent.light),
  solid('head', disc(200, 132, 84, 76), main, { shade: [14, 6] }),
  oval(200, 158, 36, 29, accent.light),
  oval(200, 146, 13, 9, ink),
  stroke('M200 155V166M184 172Q192 178 200 168Q208 178 216 172', ink, 4),
  circle(168, 124, 7, ink),
  circle(232, 124, 7, ink),
  fill('M200 206L158 192V226ZM200 206L242 192V226Z', tones.clay.base),
  circle(200, 208, 10, tones.clay.shade),
  solid('left-foot', disc(130, 310, 38, 28), main, { shade: [6, 4] }),
  solid('right-foot', disc(270, 310, 38, 28), main, { shade: [10, 4] }),
  oval(128, 312, 20, 14, accent.light),
  oval(268, 312, 20, 14, accent.light),
  gleam('M130 130C132 108 142 92 156 84', 6),
];

/** A house that took all morning. */
const blocks: Motif = ({ main, accent, pattern }) => [
  shadow(200, 148, 332),
  solid('left', block(66, 236, 94, 94, 8), main, { pattern, shade: [14, 6] }),
  solid('right', block(240, 236, 94, 94, 8), accent, { shade: [14, 6] }),
  solid('arch', 'M120 164H280V236H238A38 38 0 0 0 162 236H120Z', tones.oak, { shade: [12, 0] }),
  solid('pillar', block(160, 108, 36, 58, 5), accent, { shade: [9, 0] }),
  solid('column', block(206, 108, 36, 58, 5), main, { shade: [9, 0] }),
  solid(
    'roof',
    'M126 112L194 46Q201 40 208 46L276 112Q278 116 272 116H130Q124 116 126 112Z',
    tones.mustard,
    { shade: [16, 0] },
  ),
  fill(
    'M113 256L122 276L143 278L127 292L132 312L113 301L94 312L99 292L83 278L104 276Z',
    pattern ? tones.mustard.base : main.light,
  ),
  circle(287, 284, 25, accent.light),
  circle(287, 284, 12, paper),
  gleam('M80 252V280', 5),
  gleam('M132 178H152', 5),
  gleam('M166 84L192 60', 5),
];

/** A sailing boat on a calm bath. */
const boat: Motif = ({ main, accent, pattern }) => [
  stroke('M206 266V50', tones.walnut.base, 9),
  solid('sail', 'M218 70C290 116 320 178 324 240Q270 252 218 240Z', main, {
    pattern,
    shade: [10, 0],
  }),
  solid('jib', 'M196 92C160 140 122 196 92 236Q144 250 196 238Z', accent, { shade: [0, 8] }),
  fill('M206 40L252 54L206 70Z', accent.base),
  solid('hull', 'M52 260H348C344 304 312 332 272 332H128C90 332 58 304 52 260Z', tones.oak, {
    shade: [18, 10],
  }),
  fill('M52 260H348L345 278H55Z', accent.shade),
  stroke('M90 296H180M210 306H290', tones.oak.shade, 3, 0.7),
  gleam('M232 110V206', 5),
  fill(
    'M0 318Q25 304 50 318T100 318T150 318T200 318T250 318T300 318T350 318T400 318V400H0Z',
    tones.sky.base,
  ),
  fill(
    'M0 346Q25 334 50 346T100 346T150 346T200 346T250 346T300 346T350 346T400 346V400H0Z',
    tones.lake.light,
  ),
];

const sail = 'M200 40L296 150L200 296L104 150Z';

const bow = (x: number, y: number, angle: number, colour: string): string =>
  turn(angle, x, y, [
    fill(
      `M${x} ${y}L${x - 22} ${y - 12}V${y + 12}ZM${x} ${y}L${x + 22} ${y - 12}V${y + 12}Z`,
      colour,
    ),
  ]);

const kite: Motif = ({ main, accent, pattern }) => [
  turn(24, 200, 180, [
    cast(sail),
    solid('sail', sail, main, { pattern, shade: [0, 0] }),
    fill('M200 40L296 150H200Z', accent.base),
    fill('M200 296L104 150H200Z', accent.base),
    fill('M200 40L296 150L200 296Z', main.shade, 0.3),
    stroke('M200 42V294M106 150H294', main.light, 4),
  ]),
  stroke('M152 286C110 306 128 344 168 340S236 320 262 342S318 378 350 356', accent.shade, 4),
  bow(126, 322, 70, main.base),
  bow(196, 332, -10, accent.base),
  bow(270, 348, 30, main.base),
  bow(340, 360, -10, accent.base),
];

/** Big to small, at least to begin with. */
const rings: Motif = ({ main, accent, pattern }) => [
  shadow(200, 130, 334),
  solid('base', block(84, 308, 232, 24, 11), tones.oak, { shade: [18, 0] }),
  solid('five', block(92, 260, 216, 50, 25), main, { pattern, shade: [18, 8] }),
  solid('four', block(108, 214, 184, 48, 24), accent, { shade: [16, 8] }),
  solid('three', block(124, 170, 152, 46, 23), tones.mustard, { shade: [14, 8] }),
  solid(
    'two',
    block(140, 128, 120, 44, 22),
    { base: main.light, shade: main.base, light: main.light },
    { shade: [12, 8] },
  ),
  solid('one', block(156, 90, 88, 40, 20), accent, { shade: [10, 8] }),
  circle(200, 68, 26, tones.oak.base),
  circle(192, 60, 7, tones.oak.light),
  gleam('M112 284Q112 274 124 272', 5),
  gleam('M126 236Q126 227 138 226', 5),
  gleam('M142 190Q142 182 152 181', 5),
];

const pin =
  'M36 0C58 0 66 20 60 40C56 56 54 62 62 84C76 118 78 150 66 190H6C-6 150-4 118 10 84C18 62 16 56 12 40C6 20 14 0 36 0Z';

const skittles: Motif = ({ main, accent, pattern }) => [
  shadow(198, 150, 316),
  shift(86, 116, skittle('left', { main: accent, accent: main, pattern: undefined })),
  shift(246, 116, skittle('right', { main: tones.mustard, accent: main, pattern: undefined })),
  shift(164, 138, skittle('middle', { main, accent, pattern })),
  shadow(306, 44, 338),
  solid('ball', disc(304, 296, 44), tones.oak, { shade: [10, 6] }),
  circle(300, 280, 5, tones.walnut.shade),
  circle(316, 286, 5, tones.walnut.shade),
  circle(304, 298, 5, tones.walnut.shade),
  gleam('M272 294Q274 276 286 268', 5),
];

const skittle = (id: string, { main, accent, pattern }: Palette): readonly string[] => [
  solid(id, pin, main, { pattern, shade: [12, 0] }),
  fill('M14 52H58V66H14Z', accent.base),
  fill('M1 160H71V172H1Z', accent.base),
  gleam('M14 104Q6 128 8 148', 5),
];

const topBody =
  'M76 188C76 164 124 154 200 154S324 164 324 188C324 232 252 268 214 306Q200 320 186 306C148 268 76 232 76 188Z';

/** Spinning, a little tipsy. */
const top: Motif = ({ main, accent, pattern }) => [
  shadow(206, 84, 334),
  stroke('M66 300Q110 330 168 334M336 296Q300 322 256 332', tones.cream.base, 6, 0.9),
  turn(8, 200, 320, [
    solid('body', topBody, main, { pattern, shade: [28, 8] }),
    fill('M84 206Q200 236 316 206Q310 222 298 234Q200 258 102 234Q90 222 84 206Z', accent.base),
    fill('M144 268Q200 282 256 268L240 284Q200 294 160 284Z', accent.base),
    fill(block(188, 72, 24, 88, 6), tones.oak.base),
    fill(block(202, 72, 10, 88, 5), tones.oak.shade),
    circle(200, 66, 21, accent.base),
    circle(193, 59, 6, accent.light),
    fill('M148 158Q200 134 252 158Q200 166 148 158Z', main.shade),
    circle(200, 314, 8, tones.brass.base),
    gleam('M92 186C98 176 118 170 140 167'),
  ]),
];

/** An engine with a good head of steam. */
const xylophone: Motif = ({ main, accent }) => {
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

export const toys = {
  ball: standing(ball),
  bear: standing(bear),
  blocks: standing(blocks),
  boat: hanging(boat),
  car: standing(car),
  dog: standing(dog),
  kite: hanging(kite),
  rings: standing(rings),
  skittles: standing(skittles),
  top: standing(top),
  train: standing(train),
  xylophone: lying(xylophone),
};
