import { ink, paper, tones } from '../colours';
import { lying, type Motif, standing } from '../motif';
import { block, disc, polygon, taper } from '../outlines';
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

const alarmClock: Motif = ({ main, accent, pattern }) => [
  shadow(200, 96),
  stroke('M142 296L122 328M258 296L278 328', tones.walnut.base, 15),
  stroke('M200 96V70', tones.brass.shade, 8),
  turn(-32, 132, 118, [fill('M92 122C92 88 172 88 172 122Z', accent.base)]),
  turn(32, 268, 118, [fill('M228 122C228 88 308 88 308 122Z', accent.shade)]),
  stroke('M172 74H228', tones.brass.base, 10),
  solid('case', disc(200, 214, 116), main, { pattern, shade: [20, 8] }),
  circle(200, 214, 92, main.shade),
  circle(200, 214, 88, paper),
  ...ticks.map((angle) =>
    turn(angle, 200, 214, [
      stroke(`M200 140V${angle % 90 ? 148 : 156}`, tones.charcoal.base, angle % 90 ? 4 : 6),
    ]),
  ),
  stroke('M200 214L162 184', tones.charcoal.base, 8),
  stroke('M200 214L226 158', tones.charcoal.base, 6),
  stroke('M200 226L196 268', accent.base, 3),
  circle(200, 214, 9, accent.base),
  gleam('M98 208C100 176 116 148 140 132', 7),
];

const ticks = Array.from({ length: 12 }, (_, at) => at * 30);

const book = (x: number, top: number, width: number, colour: string, label: string): string =>
  [
    fill(block(x, top, width, 330 - top, 4), colour),
    box([x, top + 22], [width, 8], 0, label),
    box([x, 292], [width, 5], 0, label),
  ].join('');

/** A pair of arches that keep a row of books upright. */
const bookends: Motif = ({ main, accent, pattern }) => [
  shadow(200, 150),
  book(126, 138, 34, accent.base, accent.light),
  book(160, 164, 26, tones.sky.base, accent.base),
  book(186, 122, 38, tones.fern.base, tones.mustard.base),
  book(224, 154, 22, tones.blush.base, paper),
  turn(-11, 262, 330, [book(246, 148, 28, tones.navy.base, tones.sky.base)]),
  solid('left', 'M54 330V236C54 196 82 172 126 170V330Z', main, { pattern, shade: [0, 0] }),
  fill('M84 330V272C84 250 96 238 126 236V330Z', main.light),
  solid('right', 'M346 330V236C346 196 326 172 292 170V330Z', main, { pattern, shade: [14, 0] }),
  fill('M320 330V272C320 250 312 238 292 236V330Z', main.light),
  gleam('M68 300V240C68 220 78 204 94 194', 5),
  stroke('M196 190V268', tones.fern.light, 3, 0.6),
];

const envelopes: Motif = ({ main, accent, pattern }) => [
  turn(10, 200, 200, [
    cast(block(96, 78, 236, 160, 8)),
    fill(block(96, 78, 236, 160, 8), accent.base),
    box([284, 94], [34, 42], 2, paper),
    circle(301, 115, 10, main.base),
    stroke('M120 170H220M120 188H190', accent.shade, 5),
  ]),
  turn(-8, 200, 240, [
    cast(block(66, 160, 256, 172, 8)),
    solid('back', block(66, 160, 256, 172, 8), main, { pattern, shade: [0, 0] }),
    stroke('M72 326L168 246M316 326L220 246', main.shade, 4),
    fill('M70 162H318L206 262Q194 270 182 262Z', main.shade),
    fill('M70 160H318L206 254Q194 262 182 254Z', main.light),
    circle(194, 250, 27, tones.clay.shade),
    circle(194, 248, 25, tones.clay.base),
    circle(194, 248, 15, tones.clay.shade),
    fill(
      'M194 238L197 245L204 246L199 251L200 258L194 255L188 258L189 251L184 246L191 245Z',
      tones.clay.light,
    ),
  ]),
];

const lands = [
  'M110 152C128 116 168 108 186 122C200 136 176 146 182 164C188 184 160 186 154 206C146 222 128 206 122 190C116 176 104 168 110 152Z',
  'M214 112C240 104 274 126 284 152C276 168 256 154 244 164C228 176 212 150 222 138C226 128 208 122 214 112Z',
  'M216 196C240 184 276 196 272 218C262 250 240 276 228 262C216 246 200 212 216 196Z',
  'M146 244C164 238 186 252 176 266C164 276 144 262 146 244Z',
];

/** A world small enough for a desk; its continents are its own. */
const globe: Motif = ({ main, accent }) => [
  shadow(200, 82, 338),
  stroke('M200 300V324', accent.shade, 14),
  solid('foot', 'M136 336Q140 314 176 314H224Q260 314 264 336Z', accent, { shade: [18, 0] }),
  turn(20, 200, 186, [
    stroke('M200 62A124 124 0 0 1 200 310', tones.brass.base, 9),
    fill(block(192, 52, 16, 24, 5), tones.brass.shade),
    fill(block(192, 298, 16, 24, 5), tones.brass.shade),
  ]),
  solid('sea', disc(200, 186, 108), main, { shade: [0, 0] }),
  ...lands.map((land) => fill(land, tones.moss.light)),
  stroke('M96 158Q200 196 304 158M96 214Q200 256 304 214', main.light, 2.5, 0.7),
  solid('night', disc(200, 186, 108), { ...main, base: 'none' }, { shade: [22, 10] }),
  gleam('M110 170C114 140 132 114 158 100', 7),
  circle(200, 330, 3, accent.light),
];

const notebook: Motif = ({ main, accent, pattern }) => [
  turn(-9, 200, 200, [
    cast(block(100, 62, 206, 278, 12)),
    fill('M232 330L224 366L236 356L246 368L250 330Z', accent.shade),
    fill(block(106, 68, 204, 276, 10), tones.oat.shade),
    fill(block(104, 66, 202, 274, 10), paper),
    solid('cover', block(98, 58, 204, 278, 12), main, { pattern, shade: [6, 8] }),
    fill('M98 70Q98 58 110 58H136V336H110Q98 336 98 324Z', accent.base),
    fill('M134 58H138V336H134Z', main.shade, 0.6),
    box([168, 98], [104, 62], 6, paper),
    stroke('M184 118H256M184 134H236', accent.base, 4, 0.7),
    stroke('M282 58V336', accent.shade, 7),
    gleam('M112 84V152', 5),
  ]),
];

const nib: readonly (readonly [number, number])[] = [
  [184, 290],
  [216, 290],
  [204, 330],
  [196, 330],
];

/** Having just signed something. */
const pen: Motif = ({ main, accent, pattern }) => [
  stroke(
    'M40 318C70 262 92 268 84 300S112 340 128 300S160 288 150 316S186 330 206 312',
    ink,
    6,
    0.8,
  ),
  stroke('M72 356Q150 340 236 352', ink, 4, 0.35),
  turn(40, 200, 200, [
    cast(block(180, 28, 40, 270, 16)),
    fill(polygon(nib, 3), tones.brass.base),
    stroke('M200 300V326', tones.brass.shade, 3),
    solid(
      'grip',
      polygon(
        [
          [180, 232],
          [220, 232],
          [214, 296],
          [186, 296],
        ],
        5,
      ),
      accent,
      { shade: [10, 0] },
    ),
    solid('barrel', block(178, 128, 44, 110, 6), main, { pattern, shade: [12, 0] }),
    solid('cap', block(176, 22, 48, 114, 20), main, { shade: [13, 0] }),
    fill(block(176, 124, 48, 12, 3), tones.brass.base),
    fill(block(212, 42, 11, 78, 5), tones.brass.base),
    fill(block(212, 42, 5, 78, 2), tones.brass.light),
    gleam('M188 48V108', 5),
    gleam('M189 150V214', 5),
  ]),
];

const pencilCup: Motif = ({ main, accent, pattern }) => [
  shadow(200, 84),
  turn(-14, 170, 220, [
    fill('M158 120H182V230H158Z', accent.base),
    fill('M174 120H182V230H174Z', accent.shade),
    fill('M158 120L170 84L182 120Z', tones.oak.light),
    fill('M166 97H174L170 84Z', accent.shade),
  ]),
  fill(block(192, 66, 30, 160, 3), tones.oak.base),
  stroke(
    'M194 84H204M194 98H210M194 112H204M194 126H210M194 140H204M194 154H210',
    tones.oak.shade,
    3,
  ),
  turn(16, 240, 220, [
    stroke('M240 220V130', tones.walnut.base, 10),
    fill(block(231, 108, 18, 30, 3), tones.steel.base),
    fill('M231 110C224 88 238 78 244 60C254 80 256 96 249 110Z', tones.charcoal.base),
  ]),
  oval(200, 196, 66, 13, main.shade),
  solid('cup', taper(200, [194, 330], [136, 128], [5, 12]), main, { pattern, shade: [20, 0] }),
  oval(200, 196, 68, 6, main.light),
  gleam('M148 218V292'),
];

const pencil = (x: number, y: number, base: string, shade: string, lead: string): string =>
  shift(x, y, [
    cast(block(0, 0, 34, 226, 3)),
    fill(block(0, -22, 34, 30, 8), tones.blush.base),
    fill(block(0, 0, 34, 22, 2), tones.brass.base),
    stroke('M3 8H31M3 15H31', tones.brass.shade, 2),
    fill('M0 22H34V210H0Z', base),
    fill('M22 22H34V210H22Z', shade),
    fill('M11 22H15V210H11Z', '#FAF7F2', 0.35),
    fill('M0 210Q6 202 11 210Q17 202 22 210Q28 202 34 210L17 262Z', tones.oak.light),
    fill('M12 245H22L17 262Z', lead),
  ]);

/** Five in a row, sharpened by somebody patient. */
const pencils: Motif = ({ main, accent }) => [
  turn(22, 200, 200, [
    pencil(92, 92, main.base, main.shade, main.shade),
    pencil(140, 66, accent.base, accent.shade, accent.shade),
    pencil(188, 96, main.light, main.base, main.base),
    pencil(236, 58, tones.charcoal.base, tones.charcoal.shade, tones.charcoal.shade),
    pencil(284, 84, accent.light, accent.base, accent.base),
  ]),
];

const blade = 'M188 214L214 214L222 60Q214 46 206 62Z';
const bow = 'M196 224C168 232 146 262 148 296C150 330 192 336 204 304C212 280 210 246 208 224Z';

const scissors: Motif = ({ main, accent }) => [
  stroke('M60 96H88M104 96H132M148 96H176', accent.base, 5),
  stroke('M300 96H328M344 96H372', accent.base, 5),
  turn(10, 200, 214, [
    turn(16, 200, 214, [cast(blade), fill(blade, tones.steel.shade), stroke(bow, main.shade, 18)]),
  ]),
  turn(-6, 200, 214, [
    mirror([
      fill(blade, tones.steel.base),
      fill('M206 62Q214 46 222 60L214 214H206Z', tones.steel.light),
      stroke(bow, main.base, 18),
      stroke('M154 296C154 276 166 254 182 242', main.light, 5),
    ]),
  ]),
  circle(200, 214, 10, tones.brass.base),
  circle(197, 211, 3, tones.brass.light),
];

const body =
  'M58 316C52 250 60 142 152 132C214 126 232 178 246 214C258 244 288 256 336 258Q344 258 344 266V318Q344 330 332 330H72Q60 330 58 316Z';

const tape: Motif = ({ main, accent, pattern }) => [
  shadow(200, 148),
  fill('M232 168L346 234L340 246L228 190Z', accent.light),
  solid('body', body, main, { pattern, shade: [10, 10] }),
  circle(152, 220, 66, main.shade),
  circle(152, 216, 66, accent.base),
  circle(152, 216, 54, accent.light),
  circle(152, 216, 40, main.base),
  circle(152, 216, 14, tones.brass.base),
  stroke('M152 188V198M152 234V244M124 216H134M170 216H180', main.shade, 5),
  fill('M318 258L324 236L330 250L336 236L342 250L348 236V262H318Z', tones.steel.base),
  gleam('M74 244C74 200 88 168 120 152'),
  stroke('M86 308H300', main.shade, 4, 0.5),
];

export const desk = {
  'alarm-clock': standing(alarmClock),
  bookends: standing(bookends),
  envelopes: lying(envelopes),
  globe: standing(globe),
  notebook: lying(notebook),
  pen: lying(pen),
  'pencil-cup': standing(pencilCup),
  pencils: lying(pencils),
  scissors: lying(scissors),
  tape: standing(tape),
};
