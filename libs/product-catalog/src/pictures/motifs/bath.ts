import { ink, paper, tones } from '../colours';
import { hanging, lying, type Motif, type Palette, standing } from '../motif';
import { block, leaf, taper } from '../outlines';
import { box, cast, circle, fill, gleam, oval, shadow, solid, stroke, turn } from '../shapes';

const handle = 'M186 28Q200 16 214 28C222 60 206 120 210 176H190C194 120 178 60 186 28Z';
const brushHead =
  'M200 168C238 168 252 210 252 262C252 316 232 356 200 356S148 316 148 262C148 210 162 168 200 168Z';
const tufts = [
  [206, [180, 200, 220]],
  [232, [172, 191, 210, 229]],
  [258, [170, 190, 210, 230]],
  [284, [172, 191, 210, 229]],
  [310, [180, 200, 220]],
] as const;

const brush: Motif = ({ main, accent, pattern }) => [
  turn(40, 200, 200, [
    cast(`${handle}${brushHead}`),
    solid('handle', handle, main, { shade: [8, 0] }),
    circle(200, 40, 7, main.shade),
    stroke('M200 32C204 12 188 4 182-12', accent.base, 4),
    solid('head', brushHead, main, { pattern, shade: [14, 4] }),
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

const dispenser: Motif = ({ main, accent, pattern }) => [
  shadow(200, 84),
  stroke('M200 130V84', accent.shade, 11),
  solid(
    'nozzle',
    'M128 62Q128 52 138 54L236 60Q246 62 246 72V88H176C164 88 150 82 146 72L128 70Z',
    accent,
    { shade: [8, 4] },
  ),
  solid('collar', block(172, 112, 56, 30, 7), accent, { shade: [14, 0] }),
  stroke('M184 118V136M200 118V136M216 118V136', accent.shade, 3),
  solid(
    'body',
    'M132 316V196C132 158 160 144 180 140H220C240 144 268 158 268 196V316Q268 330 254 330H146Q132 330 132 316Z',
    main,
    { pattern, shade: [24, 0] },
  ),
  box([158, 206], [84, 84], 8, paper),
  fill(leaf(200, 268, 46, 0, 17), accent.shade),
  fill(leaf(199, 270, 34, -52, 13), main.base),
  fill(leaf(201, 270, 34, 52, 13), main.base),
  stroke('M180 280H220', main.shade, 4),
  gleam('M146 200V292'),
];

const duckBody =
  'M72 226C62 196 84 190 96 206C116 226 142 216 160 206H236C292 206 318 240 306 284C298 312 276 324 248 326H146C104 324 80 276 72 226Z';
const duckHead = 'M168 150C168 112 194 88 228 88S290 114 290 150S264 214 228 214S168 188 168 150Z';

/** Afloat. */
const duck: Motif = ({ main, accent, pattern }) => [
  solid('body', duckBody, main, { pattern, shade: [14, 14] }),
  solid('head', duckHead, main, { shade: [14, 6] }),
  fill('M284 138C306 130 330 136 342 150C334 166 304 172 284 164Z', accent.base),
  stroke('M288 152Q314 150 336 150', accent.shade, 4),
  circle(246, 136, 12, paper),
  circle(249, 137, 7, ink),
  circle(247, 134, 2.5, paper),
  fill(
    'M132 244C160 226 214 232 230 252C226 288 190 300 164 290C146 284 136 266 132 244Z',
    main.shade,
  ),
  stroke('M156 264Q182 276 206 262', main.base, 5),
  gleam('M186 146C188 124 200 110 216 106', 7),
  fill(
    'M0 308Q25 296 50 308T100 308T150 308T200 308T250 308T300 308T350 308T400 308V400H0Z',
    tones.sky.base,
  ),
  fill(
    'M0 340Q25 328 50 340T100 340T150 340T200 340T250 340T300 340T350 340T400 340V400H0Z',
    tones.lake.light,
  ),
  circle(330, 286, 12, paper, 0.8),
  circle(352, 268, 7, paper, 0.8),
  circle(56, 280, 10, paper, 0.8),
];

const pouchBody =
  'M74 196Q72 176 92 176H308Q328 176 326 196L338 298Q340 328 310 330H90Q60 328 62 298Z';

/** A wash bag, zipped. */
const pouch: Motif = ({ main, accent, pattern }) => [
  shadow(200, 140, 332),
  stroke('M76 214C30 200 30 272 68 268', tones.walnut.base, 12),
  solid('body', pouchBody, main, { pattern, shade: [22, 8] }),
  solid('top', 'M74 200C78 160 110 146 140 146H260C290 146 322 160 326 200Z', main, {
    shade: [18, 0],
  }),
  stroke('M78 200H322', tones.brass.shade, 11),
  stroke('M84 200H316', tones.brass.light, 4),
  stroke('M286 204V236', tones.walnut.base, 8),
  fill(block(276, 232, 20, 34, 6), tones.walnut.base),
  circle(286, 200, 9, tones.brass.base),
  box([156, 250], [88, 44], 6, accent.base),
  stroke('M166 258H234V286H166Z', accent.light, 2.5),
  stroke('M128 162Q200 154 262 162', main.light, 4, 0.8),
  gleam('M88 232L82 292'),
];

const bubble = (x: number, y: number, radius: number): string =>
  circle(x, y, radius, paper, 0.75) +
  stroke(
    `M${x - radius * 0.5} ${y - radius * 0.1}Q${x - radius * 0.45} ${y - radius * 0.5} ${x - radius * 0.05} ${y - radius * 0.55}`,
    paper,
    3,
  );

/** A bar on its dish, with a few bubbles. */
const soap: Motif = ({ main, accent, pattern }) => [
  shadow(200, 140, 332),
  solid('dish', 'M56 272H344C340 310 308 330 270 330H130C92 330 60 310 56 272Z', accent, {
    shade: [22, 4],
  }),
  oval(200, 273, 144, 16, accent.light),
  oval(200, 274, 124, 10, accent.shade),
  solid(
    'bar',
    'M92 204C92 178 112 168 138 168H262C288 168 308 178 308 204V242C308 266 290 274 262 274H138C110 274 92 266 92 242Z',
    main,
    { pattern, shade: [20, 8] },
  ),
  fill(block(118, 182, 164, 52, 20), main.light, 0.7),
  fill(leaf(200, 226, 36, 0, 14), main.shade),
  fill(leaf(198, 228, 32, -58, 12), main.shade),
  fill(leaf(202, 228, 32, 58, 12), main.shade),
  gleam('M108 220V206C108 196 114 188 124 185'),
  bubble(296, 158, 28),
  bubble(330, 206, 15),
  bubble(258, 126, 15),
  bubble(312, 104, 10),
  bubble(88, 168, 17),
  bubble(70, 128, 9),
  stroke('M96 296C110 312 128 318 146 319', accent.light, 5),
];

/** Two folded, one rolled on top. */
const towel: Motif = ({ main, accent, pattern }) => [
  shadow(200, 140, 332),
  solid('lower', block(70, 266, 260, 64, 28), accent, { shade: [20, 8] }),
  stroke('M88 298H314', accent.shade, 4),
  box([272, 266], [14, 64], 0, accent.light),
  solid('upper', block(78, 206, 248, 64, 28), main, { pattern, shade: [20, 8] }),
  stroke('M96 238H310', main.shade, 4),
  box([262, 206], [8, 64], 0, accent.base),
  box([276, 206], [16, 64], 0, accent.base),
  solid('roll', 'M132 122H276C302 122 318 140 318 166S302 210 276 210H132Z', main, {
    pattern,
    shade: [0, 14],
  }),
  circle(134, 166, 46, main.shade),
  circle(134, 166, 42, main.light),
  stroke(
    'M132 168C132 160 144 160 144 170C142 182 120 180 120 166C122 146 158 148 158 170C156 196 108 194 108 164C110 134 168 138 170 166',
    main.shade,
    5,
  ),
  fill('M250 122H262V210H250ZM268 122H284V210H268Z', accent.base),
  gleam('M190 136H232', 5),
];

/** Two toothbrushes that get along. */
const tumbler: Motif = ({ main, accent, pattern }) => [
  shadow(200, 84),
  turn(-15, 200, 260, toothbrush(178, accent)),
  turn(14, 200, 260, toothbrush(222, { base: main.light, shade: main.shade, light: main.light })),
  oval(200, 196, 68, 13, main.shade),
  solid('cup', taper(200, [194, 330], [140, 118], [5, 14]), main, { pattern, shade: [20, 0] }),
  oval(200, 196, 70, 6, main.light),
  gleam('M148 222L154 292'),
];

const toothbrush = (x: number, { base, shade, light }: Palette['main']): readonly string[] => [
  stroke(`M${x} 260V110`, base, 13),
  stroke(`M${x + 4} 260V120`, shade, 4),
  fill(block(x - 9, 52, 18, 72, 8), base),
  box([x + 9, 60], [16, 52], 3, paper),
  stroke(`M${x + 9} 74h16M${x + 9} 87h16M${x + 9} 100h16`, light, 3),
];

export const bath = {
  brush: lying(brush),
  dispenser: standing(dispenser),
  duck: hanging(duck),
  pouch: standing(pouch),
  soap: standing(soap),
  towel: standing(towel),
  tumbler: standing(tumbler),
};
