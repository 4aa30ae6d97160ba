import { paper, type Tone, tones } from '../colours';
import { hanging, type Motif, type Palette, standing } from '../motif';
import { block, leaf, polygon, taper } from '../outlines';
import { box, cast, circle, fill, gleam, oval, shadow, solid, stroke, turn } from '../shapes';

const basketRows = [206, 232, 258, 284, 310];
const columns = [-88, -62, -36, -10, 16, 42, 68];

/** Woven, with a cloth inside. */
const basket: Motif = ({ main, accent, pattern }) => [
  shadow(200, 116),
  stroke('M112 178C112 92 148 76 200 76S288 92 288 178', main.shade, 15),
  stroke('M112 176C112 90 148 74 200 74S288 90 288 176', main.base, 9),
  fill(
    'M96 178C104 142 150 158 170 138C196 120 216 158 246 146C282 136 300 156 304 178Z',
    accent.base,
  ),
  stroke('M150 156Q162 164 168 178M226 150Q232 164 228 178', accent.shade, 5),
  oval(200, 180, 112, 12, main.shade),
  solid('body', taper(200, [178, 330], [228, 184], [6, 22]), main, { pattern, shade: [24, 0] }),
  ...basketRows.map((y, at) =>
    stroke(columns.map((x) => `M${200 + x + (at % 2) * 13} ${y}h12`).join(''), main.shade, 8, 0.75),
  ),
  stroke('M90 184H310', main.shade, 17),
  stroke('M90 182H310', main.light, 9),
  stroke(
    'M98 178l10 8M128 178l10 8M158 178l10 8M188 178l10 8M218 178l10 8M248 178l10 8M278 178l10 8',
    main.shade,
    4,
  ),
  gleam('M106 210L116 286', 5),
];

/** A small lidded box on a larger one, labels still blank. */
const lidded: Motif = ({ main, accent, pattern }) => [
  shadow(200, 134),
  ...one('large', 78, 212, 244, 118, { main, accent, pattern }),
  ...one('small', 112, 92, 182, 112, { main: accent, accent: main, pattern: undefined }),
];

const one = (
  id: string,
  x: number,
  y: number,
  width: number,
  height: number,
  { main, accent, pattern }: Palette,
): readonly string[] => {
  const middle = x + width / 2;
  return [
    solid(`${id}-body`, block(x + 6, y + 20, width - 12, height - 20, 6), main, {
      pattern,
      shade: [20, 0],
    }),
    fill(block(x + 6, y + 34, width - 12, 8, 2), main.shade, 0.8),
    solid(`${id}-lid`, block(x, y, width, 38, 7), main, { shade: [22, 6] }),
    stroke(`M${x + 12} ${y + 38}H${x + width - 12}`, accent.base, 4),
    box([middle - 36, y + 58], [72, 36], 5, tones.brass.base),
    box([middle - 29, y + 64], [58, 24], 2, paper),
    stroke(`M${middle - 18} ${y + 76}h36`, tones.stone.base, 4),
    gleam(`M${x + 16} ${y + 12}h34`, 5),
  ];
};

const slats = [196, 244, 290];

/** Slatted, and full of a good autumn. */
const crate: Motif = ({ main, accent }) => [
  shadow(200, 142, 334),
  ...[112, 160, 208, 256, 292].map(
    (x, at) =>
      circle(x, 180 - (at % 2) * 10, 34, at % 2 ? accent.base : tones.mustard.base) +
      circle(x - 10, 168 - (at % 2) * 10, 8, at % 2 ? accent.light : tones.butter.base),
  ),
  ...[-50, -10, 34].map((angle, at) =>
    fill(leaf(150 + at * 48, 168, 70, angle, 26), at % 2 ? tones.fern.base : tones.moss.base),
  ),
  box([76, 196], [248, 134], 6, main.shade),
  ...slats.map((y, at) => solid(`slat-${at}`, block(66, y, 268, 42, 5), main, { shade: [18, 5] })),
  fill(block(164, 206, 72, 20, 10), main.shade),
  fill(block(168, 211, 64, 15, 7), tones.charcoal.shade, 0.75),
  stroke(
    'M104 206H146M254 222H312M110 262H190M214 272H300M124 306H176M230 316H296',
    main.shade,
    3,
    0.55,
  ),
  ...slats.flatMap((y) => [80, 320].map((x) => circle(x, y + 21, 4.5, tones.iron.base))),
];

const contents = 'M122 206Q160 194 200 206T278 206V304Q278 324 258 324H142Q122 324 122 304Z';
const jarRows = [310, 290, 270, 250, 230];

/** Glass, half full of something that keeps. */
const jar: Motif = ({ main, accent, pattern }) => [
  shadow(200, 92),
  fill(block(114, 128, 172, 203, 26), tones.glass.base),
  solid('contents', contents, accent, { shade: [18, 0] }),
  ...jarRows.flatMap((y, row) => [0, 1, 2, 3, 4, 5].map((at) => grain(y, row, at, accent))),
  stroke('M120 150H280', tones.glass.shade, 3, 0.5),
  box([152, 232], [96, 58], 6, paper),
  stroke('M168 252H232M178 268H222', tones.charcoal.base, 4, 0.7),
  gleam('M130 168V290', 8),
  solid('lid', block(118, 88, 164, 46, 10), main, { pattern, shade: [20, 0] }),
  fill(block(124, 128, 152, 12, 5), main.shade),
  solid('knob', block(182, 66, 36, 26, 10), main, { shade: [9, 0] }),
];

const grain = (y: number, row: number, at: number, { shade, light }: Tone): string =>
  circle(138 + at * 24 + (row % 2) * 8, y, 7, (at + row) % 3 ? shade : light, 0.6);

const bag = 'M74 196H158L168 322Q116 334 64 322Z';

/** Four pegs: a bag, a sun hat, and two free for guests. */
const pegRail: Motif = ({ main, accent }) => [
  cast(block(34, 88, 332, 58, 10)),
  solid('rail', block(34, 84, 332, 58, 10), main, { shade: [12, 8] }),
  stroke('M54 100H150M180 112H286M230 98H330M70 128H126M250 128H316', main.shade, 3, 0.5),
  ...[46, 354].map((x) => circle(x, 113, 4, tones.brass.shade)),
  stroke('M92 198C92 100 140 100 140 198', accent.shade, 8),
  solid('bag', bag, accent, { shade: [12, 6] }),
  gleam('M88 218L82 290', 5),
  stroke('M253 130V170', tones.walnut.base, 4),
  fill('M212 218C214 150 292 150 294 218Z', tones.butter.base),
  fill('M212 206Q252 190 294 206L294 220H212Z', tones.clay.base),
  oval(253, 222, 82, 19, tones.butter.base),
  oval(253, 218, 42, 6, tones.butter.shade),
  stroke('M180 226Q252 250 326 226', tones.mustard.base, 4, 0.7),
  ...[116, 184, 253, 322].map(
    (x) =>
      circle(x + 3, 121, 17, main.shade) +
      circle(x, 117, 16, main.light) +
      circle(x - 4, 112, 5, tones.cream.base, 0.8),
  ),
];

/** An open tray with a dowel to carry it by. */
const toolbox: Motif = ({ main, accent, pattern }) => [
  shadow(200, 152, 334),
  turn(-16, 150, 220, [
    stroke('M150 240V120', tones.oak.base, 13),
    fill(block(112, 88, 74, 34, 6), tones.steel.base),
    fill(block(112, 88, 26, 34, 6), tones.steel.shade),
  ]),
  turn(9, 214, 220, [
    fill(block(206, 92, 22, 62, 9), accent.base),
    stroke('M217 154V230', tones.steel.shade, 7),
  ]),
  turn(22, 260, 220, [
    fill(block(250, 100, 24, 130, 3), tones.oak.light),
    stroke('M252 116H262M252 130H268M252 144H262M252 158H268', tones.oak.shade, 3),
  ]),
  fill(
    polygon(
      [
        [62, 224],
        [88, 116],
        [112, 116],
        [120, 224],
      ],
      6,
    ),
    main.shade,
  ),
  fill(
    polygon(
      [
        [338, 224],
        [312, 116],
        [288, 116],
        [280, 224],
      ],
      6,
    ),
    main.shade,
  ),
  stroke('M92 134H308', accent.base, 15),
  stroke('M96 130H296', accent.light, 4),
  solid('front', block(52, 212, 296, 118, 8), main, { pattern, shade: [20, 6] }),
  stroke('M76 236H170M200 252H318M84 296H150M178 310H270', main.shade, 3, 0.5),
  box([168, 258], [64, 30], 5, tones.brass.base),
  box([174, 263], [52, 20], 2, tones.cream.base),
  ...[70, 330].flatMap((x) => [232, 310].map((y) => circle(x, y, 4, tones.iron.base))),
  gleam('M66 244V286', 5),
];

const body = polygon([
  [92, 160, 4],
  [300, 160, 4],
  [314, 318, 14],
  [300, 331, 8],
  [94, 331, 8],
  [80, 318, 14],
]);

/** Home from the market with bread and leeks. */
const tote: Motif = ({ main, accent, pattern }) => [
  shadow(198, 120),
  stroke('M150 170C150 80 240 80 240 170', accent.shade, 11),
  fill('M236 176L262 66Q274 48 290 60Q300 70 294 84L266 182Z', tones.oak.base),
  stroke('M264 104L284 112M258 128L278 136M270 82L290 88', tones.oak.light, 5),
  ...[-34, -14, 10].map((angle, at) =>
    fill(leaf(124, 176, 116, angle, 26), at === 1 ? tones.fern.base : tones.moss.base),
  ),
  stroke('M124 176L118 108', tones.sage.light, 4),
  solid('body', body, main, { pattern, shade: [20, 0] }),
  stroke('M94 176H300', main.shade, 4, 0.7),
  stroke('M146 200V172C146 70 250 70 250 172V200', accent.base, 12),
  stroke('M140 196L152 208M152 196L140 208M244 196L256 208M256 196L244 208', accent.light, 3),
  gleam('M108 200L102 280'),
];

const trunk: Motif = ({ main, accent, pattern }) => [
  shadow(200, 152, 332),
  solid('body', block(56, 196, 288, 134, 10), main, { pattern, shade: [22, 6] }),
  solid('lid', 'M56 198V162C56 124 84 110 120 110H280C316 110 344 124 344 162V198Z', main, {
    pattern,
    shade: [22, 0],
  }),
  fill('M56 192H344V204H56Z', main.shade),
  ...[104, 272].map((x, at) =>
    solid(`strap-${at}`, block(x, 108, 26, 222, 3), accent, { shade: [7, 0] }),
  ),
  ...[98, 266].map(
    (x) =>
      box([x, 218], [38, 30], 5, tones.brass.base) + box([x + 9, 226], [20, 14], 2, accent.shade),
  ),
  ...[
    [56, 304, 0],
    [318, 304, 0],
  ].map(([x = 0, y = 0]) => fill(block(x, y, 26, 26, 5), tones.brass.base)),
  fill(block(176, 178, 48, 54, 8), tones.brass.base),
  fill(block(204, 178, 20, 54, 8), tones.brass.shade),
  circle(200, 200, 7, tones.charcoal.base),
  stroke('M200 202V216', tones.charcoal.base, 6),
  gleam('M72 166C74 140 86 128 100 126'),
];

export const storage = {
  basket: standing(basket),
  box: standing(lidded),
  crate: standing(crate),
  jar: standing(jar),
  'peg-rail': hanging(pegRail),
  toolbox: standing(toolbox),
  tote: standing(tote),
  trunk: standing(trunk),
};
