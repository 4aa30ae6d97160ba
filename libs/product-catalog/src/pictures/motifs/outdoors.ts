import { ink, paper, tones } from '../colours';
import { lying, type Motif, type Palette, standing } from '../motif';
import { block, disc, leaf, polygon, taper } from '../outlines';
import {
  box,
  cast,
  circle,
  fill,
  gleam,
  mirror,
  oval,
  shadow,
  solid,
  stroke,
  turn,
} from '../shapes';

const handle = 'M188 218L184 88C182 66 172 56 178 42Q194 28 212 44C208 64 214 80 214 100L212 218Z';
const head =
  'M172 172H226Q230 172 230 178V214Q230 220 224 220C200 222 180 232 160 262C138 238 130 206 134 170C150 178 160 176 172 172Z';

/** Resting in its chopping block. */
const axe: Motif = ({ main, accent }) => [
  shadow(206, 128, 340),
  solid(
    'stump',
    'M106 236H306V312C318 324 330 330 336 338H76C84 328 96 324 106 312Z',
    tones.walnut,
    { shade: [24, 0] },
  ),
  stroke('M134 272V316M164 280V330M222 278V322M262 272V312', tones.walnut.shade, 5),
  oval(206, 238, 100, 24, tones.oak.base),
  oval(206, 238, 74, 16, tones.oak.light),
  oval(206, 238, 44, 9, tones.oak.base),
  turn(34, 196, 226, [
    solid('handle', handle, accent, { shade: [9, 0] }),
    stroke('M192 160V100', accent.shade, 3, 0.6),
    solid('head', head, main, { shade: [8, 0] }),
    fill('M134 170C130 206 138 238 160 262L168 250C150 228 144 204 146 175Z', tones.steel.light),
    gleam('M176 184H212', 4),
  ]),
];

const backpackBody =
  'M112 318V170C112 118 152 102 200 102C248 102 288 118 288 170V318Q288 330 276 330H124Q112 330 112 318Z';
const flap =
  'M108 168C110 112 152 98 200 98C248 98 290 112 292 168C292 204 244 214 200 214C156 214 108 204 108 168Z';

const backpack: Motif = ({ main, accent, pattern }) => [
  shadow(200, 112),
  stroke('M118 180C84 200 88 280 106 306M282 180C316 200 312 280 294 306', tones.walnut.base, 13),
  solid('roll', block(114, 66, 172, 50, 24), accent, { shade: [10, 12] }),
  circle(137, 91, 15, accent.light),
  circle(137, 91, 6, accent.shade),
  solid('body', backpackBody, main, { pattern, shade: [22, 0] }),
  solid('flap', flap, main, { shade: [20, 8] }),
  solid('pocket', block(136, 240, 128, 76, 16), main, { shade: [10, 8] }),
  stroke('M140 258H260', main.shade, 5),
  ...[152, 233].map((x) => box([x, 62], [15, 182], 4, tones.walnut.base)),
  ...[146, 227].map(
    (x) =>
      fill(block(x, 204, 27, 22, 5), tones.brass.base) +
      box([x + 7, 210], [13, 10], 2, tones.walnut.shade),
  ),
  fill(block(184, 272, 32, 22, 4), accent.base),
  gleam('M124 166C126 140 140 124 146 120'),
  gleam('M126 250V300', 5),
];

/** A wool blanket, rolled and strapped. */
const bedroll: Motif = ({ main, accent, pattern }) => [
  shadow(200, 158, 334),
  stroke('M190 172C190 120 300 120 300 172', tones.walnut.base, 11),
  solid('roll', 'M112 166H316C352 166 372 202 372 248S352 330 316 330H112Z', main, {
    pattern,
    shade: [0, 26],
  }),
  circle(112, 248, 82, main.shade),
  circle(112, 248, 76, accent.base),
  stroke(
    'M108 250C110 238 132 238 130 254C126 278 86 272 88 244C94 210 152 210 152 254C150 300 66 296 66 244C70 186 172 188 172 254C170 296 142 316 112 316',
    main.base,
    8,
  ),
  ...[190, 286].map(
    (x) =>
      fill(block(x, 163, 22, 170, 4), tones.walnut.base) +
      fill(block(x - 5, 216, 32, 30, 5), tones.brass.base) +
      box([x + 4, 223], [14, 16], 2, tones.walnut.shade),
  ),
  gleam('M222 184H274', 6),
];

const binoculars: Motif = (palette) => [
  stroke('M92 150C14 130 30 336 96 338M308 150C386 130 370 336 304 338', tones.walnut.base, 8),
  shadow(200, 142, 334),
  fill(block(162, 148, 76, 34, 8), tones.charcoal.base),
  fill(block(168, 224, 64, 36, 8), tones.charcoal.shade),
  circle(200, 144, 20, palette.accent.base),
  stroke('M192 130V158M200 128V160M208 130V158', palette.accent.shade, 3),
  ...barrel('left', palette),
  mirror(barrel('right', palette)),
];

const barrel = (side: string, { main, accent, pattern }: Palette): readonly string[] => [
  fill(block(110, 80, 56, 36, 8), tones.charcoal.base),
  solid(`${side}-tube`, taper(136, [108, 308], [64, 118], [8, 10]), main, {
    pattern,
    shade: [14, 0],
  }),
  fill(block(98, 130, 74, 12, 4), accent.base),
  solid(`${side}-front`, block(72, 280, 126, 50, 14), accent, { shade: [14, 0] }),
  oval(135, 326, 54, 9, ink),
  oval(127, 324, 28, 4, tones.sky.base, 0.8),
  gleam('M114 158L100 258'),
];

const bottleBody =
  'M150 316V178C150 150 174 146 174 126H226C226 146 250 150 250 178V316Q250 330 236 330H164Q150 330 150 316Z';

/** An insulated flask, with a small mountain on it. */
const bottle: Motif = ({ main, accent, pattern }) => [
  shadow(200, 72),
  stroke('M180 68C180 30 220 30 220 68', tones.walnut.base, 9),
  solid('body', bottleBody, main, { pattern, shade: [24, 0] }),
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

const points = Array.from({ length: 12 }, (_, at) => at * 30);

const compass: Motif = ({ main, accent }) => [
  stroke('M200 84C150 20 60 20 66 84C74 130 30 150 28 220', accent.shade, 10),
  stroke('M200 82C150 18 60 18 66 82C74 128 30 148 28 218', accent.base, 6),
  cast(disc(208, 222, 128)),
  solid('loop', 'M176 104a32 32 0 0 1 64 0Z', main, { shade: [8, 0] }),
  circle(208, 88, 12, accent.shade),
  solid('case', disc(208, 222, 128), main, { shade: [10, 10] }),
  circle(208, 222, 106, main.shade),
  circle(209, 224, 102, paper),
  ...points.map((angle) =>
    turn(angle, 208, 222, [
      angle % 90
        ? stroke('M208 128V136', tones.stone.base, 3)
        : stroke('M208 128V144', tones.charcoal.base, 6),
    ]),
  ),
  ...[0, 90, 180, 270].map((angle) =>
    turn(angle, 208, 222, [fill('M208 156L220 210L208 222L196 210Z', tones.oat.base)]),
  ),
  turn(32, 208, 222, [
    fill('M208 136L224 222H192Z', accent.base),
    fill('M208 136L224 222H208Z', accent.shade),
    fill('M208 308L224 222H192Z', tones.charcoal.light),
    fill('M208 308L224 222H208Z', tones.charcoal.base),
  ]),
  circle(208, 222, 11, tones.brass.base),
  circle(205, 219, 4, tones.brass.light),
  gleam('M96 200C102 160 128 128 164 114', 6),
];

const cloth = 'M70 178C130 212 270 212 330 178C318 262 262 296 200 296C138 296 82 262 70 178Z';
const tassels = [106, 134, 166, 200, 234, 266, 294];

const tree = [
  fill('M22-10H54L58 344Q40 352 20 344Z', tones.walnut.base),
  fill('M44-10H54L58 344Q50 349 44 349Z', tones.walnut.shade),
  stroke('M32 80V104M36 220V250', tones.walnut.shade, 4),
  ...[24, 62, 100].map((angle) =>
    fill(leaf(44, 20, 76, angle, 32), angle === 62 ? tones.fern.base : tones.moss.base),
  ),
  stroke('M38 132L76 182M38 132L104 196', tones.oat.base, 4),
  stroke('M26 130H54', tones.oat.base, 10),
];

/** Slung between two trees. */
const hammock: Motif = ({ main, accent, pattern }) => [
  shadow(200, 150, 344),
  ...tree,
  mirror(tree),
  oval(200, 186, 118, 20, main.shade),
  solid('pillow', 'M90 166Q128 150 158 176Q160 200 128 206Q92 198 90 166Z', accent, {
    shade: [8, 6],
  }),
  solid('cloth', cloth, main, { pattern, shade: [14, 12] }),
  ...tassels.map((x) => {
    const hem = 296 - ((x - 200) / 130) ** 2 * 74;
    return stroke(`M${x} ${hem - 6}V${hem + 16}`, accent.base, 5);
  }),
  stroke('M72 180C130 214 270 214 328 180', main.light, 5),
];

const side = polygon(
  [
    [200, 104],
    [290, 124],
    [362, 318],
    [316, 330],
  ],
  4,
);
const front = polygon(
  [
    [203, 102],
    [318, 330],
    [84, 330],
  ],
  5,
);

const tent: Motif = ({ main, accent, pattern }) => [
  shadow(210, 168, 334),
  stroke('M200 108L40 336M208 108L372 336', tones.oat.shade, 4),
  stroke('M40 328V342M372 328V342', tones.walnut.base, 7),
  stroke('M186 82L206 124M220 82L200 124', tones.walnut.base, 8),
  solid('side', side, main, { pattern, shade: [0, 0] }),
  fill(side, tones.charcoal.base, 0.28),
  solid('front', front, main, { pattern, shade: [0, 0] }),
  fill('M203 136L256 330H144Z', tones.charcoal.shade),
  fill('M203 136C196 210 178 280 118 330H146L203 136Z', accent.base),
  fill('M203 136C210 220 226 290 284 330H256Z', accent.shade),
  stroke('M203 136C196 210 178 280 122 326', accent.light, 3),
  oval(200, 324, 34, 7, tones.oat.base, 0.5),
  stroke('M203 102L84 330M203 102L318 330', main.light, 4),
  gleam('M176 172L128 268', 5),
];

export const outdoors = {
  axe: standing(axe),
  backpack: standing(backpack),
  bedroll: standing(bedroll),
  binoculars: standing(binoculars),
  bottle: standing(bottle),
  compass: lying(compass),
  hammock: standing(hammock),
  tent: standing(tent),
};
