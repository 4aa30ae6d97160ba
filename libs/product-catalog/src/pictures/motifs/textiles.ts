import { tones } from '../colours';
import { hanging, lying, type Motif, type Palette, standing } from '../motif';
import { block, disc } from '../outlines';
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

const body =
  'M150 118Q200 132 250 118C254 160 270 182 300 194V346Q200 366 100 346V194C130 182 146 160 150 118Z';

const apron: Motif = ({ main, accent, pattern }) => [
  stroke('M152 122C150 60 176 44 200 44S250 60 248 122', accent.base, 9),
  circle(200, 38, 11, tones.brass.shade),
  circle(200, 36, 8, tones.brass.base),
  stroke('M104 206C70 214 62 254 78 296M296 206C330 214 338 254 322 296', accent.base, 7),
  cast(body),
  solid('body', body, main, { pattern, shade: [20, 0] }),
  stroke('M152 132Q200 146 248 132', accent.base, 5),
  solid('pocket', 'M140 232H260V284Q260 300 244 300H156Q140 300 140 284Z', accent, {
    shade: [10, 6],
  }),
  stroke('M200 234V298', accent.shade, 4),
  stroke('M174 232V206', tones.oak.base, 9),
  fill('M164 206Q164 176 174 176T184 206Q184 214 174 214T164 206Z', tones.oak.base),
  fill('M224 232V196Q236 190 244 196V232Z', tones.cream.base),
  stroke('M148 246H252', accent.light, 3, 0.8),
  gleam('M118 214V292'),
];

const blanketFringe = Array.from({ length: 15 }, (_, at) => 92 + at * 15.5);

/** Folded in four, fringe to the front. */
const blanket: Motif = ({ main, accent, pattern }) => [
  shadow(200, 140, 334),
  solid('lowest', block(70, 262, 264, 66, 32), main, { pattern, shade: [20, 10] }),
  stroke('M92 296H312', main.shade, 4, 0.7),
  solid('middle', block(74, 196, 258, 70, 34), main, { pattern, shade: [20, 10] }),
  fill('M78 206H330V217H78Z', main.shade, 0.8),
  ...blanketFringe.map((x, at) =>
    stroke(`M${x} 208Q${x + (at % 2 ? 4 : -4)} 220 ${x} 236`, accent.base, 5),
  ),
  solid(
    'top',
    'M76 162C76 136 90 126 112 126H296C322 126 334 138 332 162V198Q332 210 318 210H90Q76 210 76 198Z',
    main,
    { pattern, shade: [20, 0] },
  ),
  stroke('M84 205H324', accent.base, 8),
  gleam('M96 164C98 150 106 144 120 143', 6),
];

const pillow =
  'M78 104Q66 92 86 92Q200 118 314 92Q334 92 322 104Q300 208 324 314Q332 330 312 328Q200 304 88 328Q68 330 76 314Q100 208 78 104Z';

const cushion: Motif = ({ main, accent, pattern }) => [
  shadow(200, 126, 326),
  solid('pillow', pillow, main, { pattern, shade: [22, 10] }),
  stroke(pillow, accent.base, 6),
  stroke(
    'M200 212C176 196 150 172 130 152M200 212C224 196 250 172 270 152M200 212C180 232 156 256 136 276M200 212C224 232 246 256 266 276',
    main.shade,
    4,
    0.45,
  ),
  circle(200, 212, 15, accent.shade),
  circle(199, 210, 13, accent.base),
  fill('M192 206Q196 200 204 202Q198 204 192 206Z', accent.light),
  gleam('M104 134Q108 164 108 196', 7),
];

const rugFringe = Array.from({ length: 16 }, (_, at) => 96 + at * 14);

const rug: Motif = ({ main, accent, pattern }) => [
  turn(-5, 200, 200, [
    cast(block(88, 62, 224, 276, 4)),
    ...[56, 330].map((y) =>
      stroke(rugFringe.map((x) => `M${x} ${y}v14`).join(''), accent.light, 5),
    ),
    solid('rug', block(88, 62, 224, 276, 4), main, { pattern, shade: [6, 6] }),
    box([88, 84], [224, 12], 0, accent.base),
    box([88, 304], [224, 12], 0, accent.base),
    box([88, 104], [224, 4], 0, accent.shade),
    box([88, 292], [224, 4], 0, accent.shade),
    fill('M200 124L268 200L200 276L132 200Z', accent.base),
    fill('M200 150L244 200L200 250L156 200Z', main.light),
    fill('M200 174L222 200L200 226L178 200Z', accent.shade),
  ]),
];

const sole =
  'M112 92C158 84 178 132 174 186C172 214 166 232 168 262C170 306 152 330 122 330S76 306 78 264C80 232 68 212 66 176C64 130 78 98 112 92Z';
const upper =
  'M112 92C158 84 178 132 174 186Q172 204 168 218C148 194 98 194 72 212Q66 194 66 176C64 130 78 98 112 92Z';

/** A pair from above, toes up. */
const slippers: Motif = (palette) => [
  turn(-5, 200, 200, [shift(6, -4, slipper('left', palette))]),
  turn(9, 200, 200, [mirror([shift(4, 6, slipper('right', palette))])]),
];

const slipper = (side: string, { main, accent, pattern }: Palette): readonly string[] => [
  cast(sole),
  solid(`${side}-sole`, sole, tones.oak, { shade: [6, 4] }),
  oval(122, 266, 34, 50, accent.light),
  oval(121, 206, 42, 24, accent.base),
  solid(`${side}-upper`, upper, main, { pattern, shade: [12, 0] }),
  stroke('M72 212C98 194 148 194 168 218', accent.base, 13),
  gleam('M84 160C84 132 92 118 104 110'),
];

const sock =
  'M128 84H214V212C216 232 240 246 268 258C306 274 304 326 262 328C216 332 168 312 146 286C130 268 128 250 128 226Z';
const toe = 'M248 250C310 268 306 326 262 328C246 329 232 327 220 324C214 296 226 264 248 250Z';
const heel = 'M128 216C156 222 172 252 158 298C136 280 128 262 128 226Z';

const socks: Motif = (palette) => [
  turn(12, 200, 200, [shift(38, -22, pair('back', palette))]),
  turn(-8, 200, 200, [shift(-34, 10, pair('front', palette))]),
];

const pair = (which: string, { main, accent, pattern }: Palette): readonly string[] => [
  cast(sock),
  solid(`${which}-sock`, sock, main, { pattern, shade: [10, 6] }),
  solid(`${which}-toe`, toe, accent, { shade: [0, 6] }),
  solid(`${which}-heel`, heel, accent, { shade: [0, 0] }),
  solid(`${which}-cuff`, block(122, 72, 98, 44, 8), accent, { shade: [10, 0] }),
  stroke('M140 80V108M158 80V108M176 80V108M194 80V108', accent.shade, 3, 0.7),
  gleam('M144 134V196', 5),
];

const back = 'M222 106H310V300Q266 312 222 300Z';
const front = 'M102 106H246L250 330Q176 344 98 330Z';

/** Two, over a rail. */
const teaTowel: Motif = ({ main, accent, pattern }) => [
  cast(`${front}M250 106H310V300Q280 308 250 306Z`),
  fill(back, accent.base),
  fill('M286 106H310V300Q298 304 286 305Z', accent.shade),
  stroke('M224 272Q266 284 308 272M224 258Q266 270 308 258', accent.light, 5),
  solid('front', front, main, { pattern, shade: [16, 0] }),
  stroke('M136 122L132 320M212 122L216 322', main.shade, 4, 0.4),
  stroke('M102 300Q176 314 248 300', accent.base, 8),
  stroke('M102 284Q176 298 248 284', accent.base, 4),
  stroke('M52 102H348', tones.brass.base, 12),
  stroke('M54 99H330', tones.brass.light, 3),
  circle(52, 102, 13, tones.brass.shade),
  circle(348, 102, 13, tones.brass.shade),
  solid('fold', 'M100 96Q100 86 110 86H238Q248 86 248 96L246 118H102Z', main, {
    pattern,
    shade: [16, 0],
  }),
  solid('back-fold', 'M252 96Q252 88 260 88H302Q312 88 312 96L310 118H250Z', accent, {
    shade: [12, 0],
  }),
];

/** A ball with its needles, and a second one behind. */
const yarn: Motif = ({ main, accent }) => [
  shadow(204, 140, 330),
  solid('small', disc(290, 262, 66), accent, { shade: [14, 6] }),
  stroke(
    'M240 236Q290 206 342 236M232 262Q290 236 348 262M236 288Q292 266 342 290',
    accent.shade,
    4,
  ),
  stroke('M262 206C276 232 280 270 268 318M296 198C312 232 314 280 300 324', accent.light, 4, 0.7),
  stroke('M92 96L266 316', tones.oak.shade, 8),
  stroke('M292 84L122 316', tones.oak.base, 8),
  circle(90, 93, 11, tones.walnut.base),
  circle(294, 81, 11, tones.walnut.base),
  solid('ball', disc(178, 230, 100), main, { shade: [20, 8] }),
  stroke('M84 200Q160 130 244 158M78 228Q170 150 262 182M82 256Q180 178 274 212', main.shade, 5),
  stroke(
    'M104 300Q120 200 214 140M138 322Q150 220 246 160M176 328Q186 244 268 190',
    main.light,
    5,
    0.75,
  ),
  stroke('M116 288C172 300 226 280 266 246', main.shade, 5),
  stroke('M178 328C120 340 74 316 48 336C34 348 56 356 72 348', main.base, 7),
  gleam('M100 210Q108 176 134 156', 6),
];

export const textiles = {
  apron: hanging(apron),
  blanket: standing(blanket),
  cushion: standing(cushion),
  rug: lying(rug),
  slippers: lying(slippers),
  socks: lying(socks),
  'tea-towel': hanging(teaTowel),
  yarn: standing(yarn),
};
