import { paper, tones } from '../colours';
import { hanging, type Motif, standing } from '../motif';
import { block, disc, leaf, polygon, taper } from '../outlines';
import { box, cast, circle, fill, gleam, oval, shadow, solid, stroke, turn } from '../shapes';

const armchair: Motif = ({ main, accent, pattern }) => [
  shadow(200, 146, 338),
  stroke('M104 296L92 334M296 296L308 334', tones.walnut.base, 14),
  stroke('M160 300V324M240 300V324', tones.walnut.shade, 11),
  solid('back', 'M92 290V142C92 84 146 70 200 70C254 70 308 84 308 142V290Z', main, {
    pattern,
    shade: [20, 0],
  }),
  gleam('M110 160V144C112 114 130 98 152 92'),
  solid(
    'pillow',
    'M138 142Q200 152 262 140Q256 180 264 220Q200 212 136 222Q144 180 138 142Z',
    accent,
    { shade: [14, 4] },
  ),
  solid('seat', block(118, 214, 164, 50, 20), main, { shade: [0, 10] }),
  fill(block(96, 256, 208, 46, 12), main.shade),
  solid('left', block(64, 186, 62, 118, 28), main, { pattern, shade: [10, 0] }),
  solid('right', block(274, 186, 62, 118, 28), main, { pattern, shade: [16, 0] }),
  gleam('M78 216Q80 202 92 198', 5),
];

const seat = polygon(
  [
    [108, 206],
    [284, 206],
    [304, 240],
    [96, 240],
  ],
  12,
);

const chair: Motif = ({ main, accent }) => [
  shadow(200, 116, 346),
  stroke('M134 236L124 330M268 236L282 330', main.shade, 12),
  stroke('M128 300H278', main.shade, 7),
  stroke('M126 208L112 70M266 208L284 70', main.base, 13),
  stroke('M158 204L152 84M188 204L186 80M214 204L216 80M240 204L248 84', main.shade, 7),
  solid(
    'rail',
    'M98 66C150 44 246 44 300 66Q306 90 296 100C240 82 156 82 104 100Q92 88 98 66Z',
    main,
    { shade: [16, 0] },
  ),
  stroke('M112 238L98 344M288 238L304 344', main.base, 14),
  solid('seat', seat, accent, { shade: [18, 8] }),
  fill(
    'M96 238L99 250Q101 256 108 256H292Q300 256 302 250L304 238Q300 242 290 242H110Q100 242 96 238Z',
    main.shade,
  ),
  gleam('M116 78Q144 68 172 65', 5),
];

const arch = (inset: number): string =>
  `M${104 + inset} ${348 - inset}V164A${96 - inset} ${96 - inset} 0 0 1 ${296 - inset} 164V${348 - inset}Z`;

/** An arched glass with a ledge for flowers. */
const mirror: Motif = ({ main, accent }) => [
  cast(arch(0)),
  solid('frame', arch(0), main, { shade: [8, 8] }),
  fill(arch(14), tones.sky.light),
  fill('M118 300L282 136V228L118 334Z', paper, 0.45),
  fill('M118 262L270 110L276 124L118 284Z', paper, 0.45),
  stroke(arch(14), main.shade, 4),
  solid('ledge', block(84, 338, 232, 20, 8), accent, { shade: [14, 6] }),
  stroke('M262 304V286', tones.moss.base, 4),
  circle(250, 286, 10, tones.clay.base),
  circle(274, 288, 10, tones.mustard.base),
  circle(262, 276, 14, tones.blush.base),
  fill('M248 338V320C248 310 256 310 256 300H268C268 310 276 310 276 320V338Z', accent.shade),
];

const books = (x: number, floor: number, colours: readonly string[]): string =>
  colours
    .map((colour, at) => {
      const height = 50 + ((at * 7) % 16);
      return box([x + at * 17, floor - height], [15, height], 2, colour);
    })
    .join('');

const shelf: Motif = ({ main, accent }) => [
  shadow(200, 128, 340),
  stroke('M100 320L94 338M300 320L306 338', main.shade, 11),
  solid('case', block(84, 56, 232, 268, 8), main, { shade: [12, 8] }),
  ...[68, 154, 240].map((y) => fill(block(96, y, 208, 76, 3), main.shade)),
  books(106, 144, [accent.base, tones.cream.base, tones.fern.base, tones.blush.base]),
  fill(taper(242, [112, 144], [40, 30], [3, 8]), tones.clay.base),
  ...[-46, -14, 18, 50].map((angle) => fill(leaf(242, 114, 40, angle, 13), tones.moss.light)),
  fill('M112 230C112 206 118 204 122 190H142C146 204 152 206 152 230Z', accent.light),
  box([124, 182], [16, 9], 3, accent.base),
  books(182, 230, [tones.navy.base, tones.mustard.base, accent.base]),
  turn(14, 250, 230, [box([240, 176], [14, 54], 2, tones.cream.base)]),
  fill(block(112, 274, 76, 42, 6), tones.oat.base),
  fill(block(108, 264, 84, 16, 5), tones.oat.shade),
  box([138, 290], [24, 10], 5, tones.walnut.base),
  books(216, 316, [tones.fern.light, tones.rust.base, tones.cream.base, tones.lake.base]),
  circle(276, 140, 5, tones.mustard.base),
  stroke('M88 64V312', main.light, 3),
];

/** With the two things a side table is for: a small plant and something to read. */
const sideTable: Motif = ({ main, accent }) => [
  shadow(200, 106, 346),
  stroke('M200 196L206 326', main.shade, 11),
  stroke('M156 194L116 342M244 194L288 342', main.base, 13),
  solid('lower', 'M130 266H270Q272 282 258 282H142Q128 282 130 266Z', accent, { shade: [16, 0] }),
  ...[-52, -26, 0, 26, 52].map((angle, at) =>
    fill(
      leaf(150, 124, 66 - Math.abs(angle) / 4, angle, 20),
      at % 2 ? tones.fern.base : tones.moss.base,
    ),
  ),
  solid('pot', taper(150, [122, 170], [54, 40], [4, 12]), accent, { shade: [10, 0] }),
  fill(block(206, 152, 84, 18, 4), tones.navy.base),
  box([212, 156], [78, 10], 1, paper),
  fill(block(214, 136, 70, 17, 4), tones.mustard.base),
  solid('top', 'M78 168H322Q324 196 298 198H102Q76 196 78 168Z', main, { shade: [22, 6] }),
  oval(200, 170, 122, 6, main.light),
  stroke('M110 184H176M200 188H244', main.shade, 3, 0.6),
  gleam('M92 180Q94 188 104 190', 4),
];

/** Three legs, so that it never rocks. */
const stool: Motif = ({ main, accent, pattern }) => [
  shadow(200, 112, 346),
  stroke('M200 176L204 322', accent.shade, 15),
  stroke('M150 272L250 266', accent.shade, 9),
  stroke('M146 176L104 342', accent.base, 17),
  stroke('M254 176L298 342', accent.base, 17),
  stroke('M122 276L204 282L282 276', accent.base, 9),
  solid('side', 'M82 150V172C82 190 134 202 200 202C266 202 318 190 318 172V150Z', main, {
    shade: [24, 0],
  }),
  oval(200, 150, 118, 28, main.light),
  solid('top', disc(200, 149, 110, 23), main, { pattern, shade: [0, 0] }),
  stroke('M130 142Q200 126 262 140M156 156Q210 148 250 158', main.shade, 3, 0.5),
  gleam('M96 176Q104 182 118 186', 5),
];

const body =
  'M174 190C176 208 126 226 126 274C126 308 152 330 176 330H224C248 330 274 308 274 274C274 226 224 208 226 190Z';

const sprig = (stem: string, leaves: readonly (readonly [number, number, number])[]): string =>
  stroke(stem, tones.fern.base, 4) +
  leaves
    .map(([x, y, angle], at) =>
      fill(leaf(x, y, 38, angle, 15), at % 2 ? tones.fern.base : tones.moss.base),
    )
    .join('');

const vase: Motif = ({ main, accent, pattern }) => [
  shadow(200, 82),
  sprig('M196 192C190 150 160 120 128 88', [
    [180, 142, -78],
    [176, 136, 4],
    [158, 116, -86],
    [152, 108, 2],
    [130, 90, -44],
  ]),
  sprig('M204 192C206 150 236 130 276 112', [
    [212, 158, 4],
    [222, 146, 100],
    [240, 130, 12],
    [252, 122, 112],
    [274, 113, 62],
  ]),
  stroke('M200 192C202 140 196 110 204 74', tones.moss.base, 4),
  ...[0, 72, 144, 216, 288].map((angle) => fill(leaf(204, 64, 32, angle, 22), accent.base)),
  circle(204, 64, 10, tones.mustard.base),
  oval(200, 190, 30, 7, main.shade),
  solid('body', body, main, { pattern, shade: [24, 4] }),
  stroke('M172 190Q200 200 228 190', main.light, 5),
  gleam('M146 258C140 276 144 294 152 304'),
];

const hours = Array.from({ length: 12 }, (_, at) => at * 30);

const wallClock: Motif = ({ main, accent, pattern }) => [
  cast(disc(200, 200, 140)),
  solid('rim', disc(200, 200, 140), main, { pattern, shade: [10, 10] }),
  circle(200, 200, 116, main.shade),
  circle(202, 203, 112, paper),
  ...hours.map((angle) =>
    turn(angle, 200, 200, [
      stroke(angle % 90 ? 'M200 106V112' : 'M200 106V124', tones.charcoal.base, angle % 90 ? 6 : 8),
    ]),
  ),
  stroke('M200 200L246 168', tones.charcoal.base, 11),
  stroke('M200 200L178 118', tones.charcoal.base, 8),
  stroke('M190 226L212 172', accent.base, 4),
  circle(200, 200, 12, accent.base),
  circle(200, 200, 4, paper),
  gleam('M76 176C86 130 118 94 158 80', 7),
];

export const living = {
  armchair: standing(armchair),
  chair: standing(chair),
  mirror: hanging(mirror),
  shelf: standing(shelf),
  'side-table': standing(sideTable),
  stool: standing(stool),
  vase: standing(vase),
  'wall-clock': hanging(wallClock),
};
