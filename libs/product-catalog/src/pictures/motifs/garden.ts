import { ink, paper, tones } from '../colours';
import { hanging, lying, type Motif, type Palette, standing } from '../motif';
import { block, leaf, polygon, taper } from '../outlines';
import {
  box,
  cast,
  circle,
  fill,
  gleam,
  mirror,
  oval,
  shadow,
  shift,
  solid,
  stroke,
  turn,
} from '../shapes';

const house = polygon(
  [
    [122, 170],
    [200, 88],
    [278, 170],
    [268, 314],
    [132, 314],
  ],
  8,
);
const roof = polygon(
  [
    [88, 178],
    [194, 62],
    [206, 62],
    [312, 178],
    [296, 194],
    [200, 96],
    [104, 194],
  ],
  7,
);
const farRoof = polygon(
  [
    [200, 62],
    [206, 62],
    [312, 178],
    [296, 194],
    [200, 96],
  ],
  7,
);
const bird =
  'M258 98C258 76 276 66 292 72C302 64 316 72 316 82L330 86L316 92C314 114 296 124 280 122L244 132C248 118 252 112 258 98Z';

/** On its post, with a tenant on the roof. */
const birdhouse: Motif = ({ main, accent, pattern }) => [
  stroke('M200 300V420', tones.walnut.base, 22),
  stroke('M206 300V420', tones.walnut.shade, 8),
  solid('house', house, main, { pattern, shade: [20, 0] }),
  circle(200, 206, 33, main.shade),
  circle(200, 206, 27, ink),
  circle(202, 270, 9, main.shade),
  circle(200, 266, 9, accent.base),
  fill(roof, accent.base),
  fill(farRoof, accent.shade),
  gleam('M112 166L168 104', 5),
  solid('floor', block(112, 306, 176, 20, 7), accent, { shade: [14, 6] }),
  fill(bird, tones.navy.base),
  fill('M258 98C272 90 288 94 292 104C288 116 272 122 258 114Z', tones.lake.base),
  fill('M316 82L330 86L316 92Z', tones.mustard.base),
  circle(304, 82, 3, tones.cream.base),
  ...[-60, -20, 30].map((angle) => fill(leaf(112, 416, 76, angle, 28), tones.moss.base)),
  ...[-36, 8, 56].map((angle) => fill(leaf(292, 418, 70, angle, 27), tones.fern.light)),
];

const boot =
  'M118 86H206V224C206 244 222 252 246 258C274 264 288 282 288 306V318H118Q112 318 112 310C112 280 120 260 120 230Z';

const boots: Motif = ({ main, accent, pattern }) => [
  shadow(210, 140, 334),
  shift(48, -14, [
    fill(boot, main.shade),
    fill(block(108, 314, 182, 18, 6), accent.shade),
    oval(162, 88, 44, 9, accent.shade),
    stroke('M122 108H204', accent.shade, 5),
  ]),
  shift(-28, 0, [
    solid('boot', boot, main, { pattern, shade: [14, 8] }),
    solid('sole', block(108, 314, 184, 19, 7), accent, { shade: [12, 0] }),
    solid('cuff', block(114, 84, 96, 28, 7), accent, { shade: [12, 0] }),
    oval(162, 86, 47, 9, main.shade),
    fill(block(178, 124, 18, 36, 5), accent.base),
    gleam('M134 130V224'),
    gleam('M236 270Q258 276 266 292', 5),
  ]),
];

const fingers = 'M142 190V132M165 186V112M188 186V118M210 192V140M136 236L104 200';
const palm = 'M130 180H222V246C222 266 212 272 210 284H142C140 272 130 266 130 246Z';

/** A pair, palms down. */
const gloves: Motif = (palette) => [
  turn(-12, 200, 200, [shift(-52, -2, glove('left', palette))]),
  turn(14, 200, 200, [mirror([shift(-66, 20, glove('right', palette))])]),
];

const glove = (side: string, { main, accent, pattern }: Palette): readonly string[] => [
  cast(`${block(130, 120, 92, 160, 24)}${block(132, 276, 88, 64, 8)}`),
  stroke(fingers, main.shade, 26),
  stroke(fingers, main.base, 21),
  solid(`${side}-palm`, palm, main, { pattern, shade: [0, 0] }),
  stroke('M154 184V196M177 182V196M199 184V196', main.shade, 3),
  stroke('M150 246Q176 260 202 246', main.shade, 3, 0.6),
  solid(`${side}-cuff`, block(132, 278, 88, 64, 8), accent, { shade: [10, 0] }),
  stroke('M138 296H214M138 314H214', accent.shade, 3, 0.7),
];

const leaves = [
  [-78, 120, 44],
  [78, 118, 44],
  [50, 150, 50],
  [-48, 150, 50],
  [-20, 164, 50],
  [22, 160, 48],
  [0, 128, 40],
] as const;

const withVein = (angle: number, length: number, width: number, dark: boolean): string => {
  const { base, light } = dark ? tones.fern : tones.moss;
  const turn = (angle * Math.PI) / 180;
  const tip = `${200 + Math.sin(turn) * length * 0.8} ${206 - Math.cos(turn) * length * 0.8}`;
  return (
    fill(leaf(200, 206, length, angle, width), base) + stroke(`M200 206L${tip}`, light, 2.5, 0.7)
  );
};

const plantPot: Motif = ({ main, accent, pattern }) => [
  shadow(200, 96, 334),
  ...leaves.map(([angle, length, width], at) => withVein(angle, length, width, at % 2 === 1)),
  solid('saucer', block(122, 318, 156, 16, 7), accent, { shade: [18, 0] }),
  solid('pot', taper(200, [206, 322], [144, 108], [4, 12]), main, { pattern, shade: [20, 0] }),
  solid('rim', block(118, 194, 164, 36, 7), main, { shade: [24, 4] }),
  gleam('M132 206V216'),
  gleam('M146 246L152 292'),
];

const seed = (x: number, y: number, angle: number): string =>
  turn(angle, x, y, [oval(x, y, 8, 5, tones.walnut.base)]);

const seedPacket: Motif = ({ main, accent, pattern }) => [
  turn(-7, 200, 200, [
    cast(block(106, 56, 188, 272, 6)),
    solid('packet', block(104, 54, 192, 276, 6), main, { pattern, shade: [8, 6] }),
    fill('M104 62Q104 54 112 54H288Q296 54 296 62V92H104Z', accent.base),
    stroke('M104 92H296', paper, 3, 0.7),
    box([126, 112], [148, 176], 8, paper),
    stroke('M200 280V196', tones.fern.base, 5),
    fill(leaf(200, 268, 46, -60, 17), tones.moss.base),
    fill(leaf(200, 256, 46, 60, 17), tones.fern.base),
    ...[0, 45, 90, 135, 180, 225, 270, 315].map((angle) =>
      fill(leaf(200, 176, 46, angle, 20), angle % 90 ? accent.light : accent.base),
    ),
    circle(200, 176, 15, tones.mustard.base),
    stroke('M150 304H250', paper, 5, 0.8),
  ]),
  seed(318, 316, 24),
  seed(342, 290, -30),
  seed(336, 342, 60),
  seed(302, 352, 10),
  seed(358, 326, 80),
];

/** Left standing in the bed while its owner has tea. */
const spade: Motif = ({ main, accent, pattern }) => [
  turn(9, 200, 320, [
    stroke('M200 92V230', accent.base, 15),
    stroke('M205 100V230', accent.shade, 5),
    stroke('M200 98L170 62Q166 38 184 36H216Q234 38 230 62Z', accent.base, 12),
    stroke('M178 36H222', main.base, 17),
    gleam('M196 120V170', 4),
    fill('M188 186H212L216 236H184Z', tones.steel.shade),
    solid('blade', block(146, 228, 108, 120, 10), main, { pattern, shade: [18, 0] }),
    stroke('M150 230H186M214 230H250', main.light, 7),
    gleam('M162 248V300'),
  ]),
  fill(
    'M44 352C60 306 106 316 128 300C156 284 176 312 204 304C238 290 258 308 282 302C320 300 344 322 356 352Z',
    tones.coffee.base,
  ),
  fill(
    'M70 352C88 322 120 332 140 318C160 312 180 330 206 322C240 312 262 328 288 322C312 322 326 336 332 352Z',
    tones.walnut.base,
  ),
  oval(200, 352, 158, 9, tones.coffee.base),
  circle(116, 332, 5, tones.oat.base),
  circle(286, 338, 6, tones.oat.base),
  circle(240, 334, 4, tones.oat.shade),
  ...[-38, 0, 38].map((angle) =>
    fill(leaf(88, 322, 40, angle, 16), angle ? tones.moss.base : tones.fern.base),
  ),
  ...[-30, 30].map((angle) => fill(leaf(318, 320, 32, angle, 14), tones.moss.base)),
];

const blade = 'M166 210Q200 200 234 210C246 262 236 318 200 356C164 318 154 262 166 210Z';

/** Beside the hole it dug, in which something has come up. */
const trowel: Motif = ({ main, accent, pattern }) => [
  oval(122, 292, 96, 54, tones.coffee.base, 0.9),
  oval(114, 282, 74, 38, tones.walnut.base),
  circle(60, 262, 7, tones.walnut.shade),
  circle(176, 316, 9, tones.walnut.shade),
  circle(82, 334, 6, tones.walnut.shade),
  turn(42, 200, 200, [
    cast(block(180, 38, 40, 130, 18)),
    fill(blade, tones.steel.base),
    fill('M200 206Q222 204 234 210C246 262 236 318 200 356Z', tones.steel.shade),
    stroke('M200 168V300', tones.steel.light, 9),
    solid('handle', block(178, 34, 44, 126, 20), main, { pattern, shade: [12, 0] }),
    fill(block(182, 150, 36, 30, 5), accent.base),
    stroke('M184 160H216M184 170H216', accent.shade, 3),
    gleam('M190 58V130', 5),
    circle(200, 50, 5, main.shade),
  ]),
  stroke('M66 276C62 252 68 240 64 222', tones.moss.base, 5),
  fill('M65 230C44 230 32 216 32 200C54 200 66 212 65 230Z', tones.moss.base),
  fill('M66 228C66 210 78 198 96 198C96 218 84 230 66 228Z', tones.moss.light),
];

const turns = (from: number, slant: number): string =>
  [0, 1, 2, 3, 4, 5]
    .map(
      (at) =>
        `M${126 - at} ${from + at * 22}Q196 ${from + 24 + at * 22} ${266 + at} ${from - slant + at * 22}`,
    )
    .join('');

/** A spool, with one end already loose. */
const twine: Motif = ({ main, accent }) => [
  shadow(196, 108),
  solid('top', block(104, 100, 184, 30, 12), accent, { shade: [22, 0] }),
  solid('wound', taper(196, [128, 304], [132, 148], [16, 16]), main, { shade: [22, 0] }),
  stroke(turns(156, 6), main.shade, 4, 0.8),
  stroke(turns(167, 6), main.light, 4, 0.8),
  solid('bottom', block(94, 300, 204, 31, 12), accent, { shade: [22, 0] }),
  stroke('M266 264C330 262 300 330 342 326C372 322 362 292 346 298', main.base, 7),
  stroke('M128 110H200M116 314H176M196 320H232', accent.shade, 3, 0.6),
  fill(block(164, 184, 66, 64, 5), tones.cream.base),
  fill('M197 194C214 206 214 228 197 240C180 228 180 206 197 194Z', tones.moss.base),
  stroke('M197 206V240', tones.cream.base, 3),
  gleam('M140 150V196', 5),
];

const rose = polygon(
  [
    [60, 118],
    [36, 152],
    [74, 176],
    [86, 142],
  ],
  5,
);

const wateringCan: Motif = ({ main, accent, pattern }) => [
  shadow(230, 104),
  stroke('M178 196C190 96 292 96 290 190', main.shade, 13),
  stroke('M288 214C376 210 372 306 302 306', accent.base, 15),
  stroke('M164 292L78 152', main.shade, 24),
  stroke('M164 286L76 146', main.base, 16),
  solid('rose', rose, accent, { shade: [6, 6] }),
  oval(232, 192, 62, 13, main.shade),
  solid('body', taper(232, [190, 330], [132, 164], [5, 14]), main, { pattern, shade: [26, 0] }),
  stroke('M168 194Q232 216 296 194', main.light, 5),
  stroke('M154 312Q232 322 310 312', main.shade, 5),
  gleam('M182 226L172 290'),
  stroke('M28 186V200M48 198V214M24 226V238M46 238V252', tones.lake.light, 5),
  fill('M226 240C244 258 246 272 232 280C216 274 214 258 226 240Z', main.light, 0.6),
];

export const garden = {
  birdhouse: hanging(birdhouse),
  boots: standing(boots),
  gloves: lying(gloves),
  'plant-pot': standing(plantPot),
  'seed-packet': lying(seedPacket),
  spade: standing(spade),
  trowel: lying(trowel),
  twine: standing(twine),
  'watering-can': standing(wateringCan),
};
