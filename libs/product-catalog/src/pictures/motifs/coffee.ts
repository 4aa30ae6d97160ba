import { paper, tones } from '../colours';
import { type Motif, standing } from '../motif';
import { block, leaf, taper } from '../outlines';
import { box, circle, fill, gleam, oval, shadow, solid, steam, stroke } from '../shapes';

const cupBody = 'M104 206H284C284 262 262 306 226 308H162C126 306 104 262 104 206Z';

/** With its saucer and a biscuit on the side. */
const cup: Motif = ({ main, accent, pattern }) => [
  shadow(196, 140, 334),
  oval(196, 318, 142, 17, accent.shade),
  oval(196, 312, 142, 17, accent.base),
  oval(196, 311, 92, 9, accent.shade),
  stroke('M278 222C334 212 330 284 258 280', main.shade, 17),
  stroke('M278 219C330 210 326 281 258 277', main.base, 9),
  solid('body', cupBody, main, { pattern, shade: [22, 4] }),
  oval(194, 206, 90, 17, main.light),
  oval(194, 208, 78, 12, tones.coffee.base),
  oval(182, 206, 34, 5, tones.oak.light, 0.8),
  gleam('M122 236C126 260 136 280 148 290'),
  oval(302, 306, 26, 9, tones.oak.shade),
  oval(302, 302, 26, 9, tones.oak.light),
  steam(172, 178),
  steam(212, 170),
];

const flask =
  'M166 212H234V226C242 252 282 276 282 306Q282 330 258 330H142Q118 330 118 306C118 276 158 252 166 226Z';

/** A cone with its filter, over a flask that fills. */
const dripper: Motif = ({ main, accent, pattern }) => [
  shadow(200, 98),
  fill(flask, tones.glass.base),
  fill(
    'M124 288C130 280 140 270 148 264H252C262 270 272 280 276 288C282 300 282 330 258 330H142C118 330 118 300 124 288Z',
    tones.coffee.base,
  ),
  oval(200, 264, 52, 7, tones.walnut.base),
  stroke('M200 214V256', tones.coffee.base, 4),
  gleam('M142 282Q134 292 134 306'),
  fill('M134 104L142 92L262 92L268 104Z', paper),
  oval(200, 96, 62, 9, tones.coffee.base),
  stroke('M258 126C306 118 306 168 244 172', main.shade, 13),
  solid('cone', taper(200, [104, 196], [148, 64], [6, 10]), main, { pattern, shade: [18, 0] }),
  solid('plate', block(144, 194, 112, 13, 6), main, { shade: [14, 0] }),
  fill(block(160, 207, 80, 16, 5), accent.base),
  circle(200, 215, 4, accent.shade),
  gleam('M146 118L166 164', 5),
  steam(184, 80),
  steam(216, 74),
];

/** A box mill: crank, hopper, drawer. */
const grinder: Motif = ({ main, accent }) => [
  shadow(200, 100),
  stroke('M200 108V84H284', tones.iron.base, 9),
  solid('grip', block(272, 46, 26, 42, 11), main, { shade: [9, 0] }),
  circle(200, 84, 8, tones.iron.shade),
  solid('hopper', 'M134 186C138 126 172 108 200 108C228 108 262 126 266 186Z', accent, {
    shade: [20, 0],
  }),
  gleam('M152 168C156 146 164 134 176 128', 5),
  solid('top', block(116, 184, 168, 16, 6), main, { shade: [18, 0] }),
  solid('box', taper(200, [200, 316], [148, 156], [2, 2]), main, { shade: [20, 0] }),
  stroke('M140 214H176M190 222H240M138 298H190M214 304H250', main.shade, 3, 0.6),
  solid('drawer', block(146, 236, 108, 56, 6), main, { shade: [6, 6] }),
  stroke('M148 238H252V290H148Z', main.shade, 3),
  circle(200, 264, 10, accent.base),
  circle(197, 261, 3, accent.light),
  solid('base', block(110, 314, 180, 17, 6), main, { shade: [18, 0] }),
  ...[86, 104, 318].map((x, at) => turnedBean(x, 326 - (at % 2) * 4)),
];

const turnedBean = (x: number, y: number): string =>
  oval(x, y, 10, 7, tones.coffee.base) +
  fill(`M${x - 8} ${y}Q${x} ${y - 5} ${x + 8} ${y}Q${x} ${y - 2} ${x - 8} ${y}Z`, tones.oak.base);

const kettle: Motif = ({ main, accent, pattern }) => [
  shadow(212, 112),
  stroke('M140 206C120 84 304 84 284 206', tones.iron.base, 10),
  stroke('M166 118Q212 94 258 118', accent.base, 22),
  stroke('M168 114Q190 102 212 101', accent.light, 5),
  stroke('M132 296C66 292 96 200 52 184', main.shade, 20),
  stroke('M134 290C74 286 100 198 54 181', main.base, 12),
  solid('body', taper(212, [204, 330], [152, 206], [30, 20]), main, { pattern, shade: [26, 0] }),
  solid('lid', 'M160 206C164 178 260 178 264 206Z', main, { shade: [20, 0] }),
  box([154, 200], [116, 10], 5, main.shade),
  circle(212, 172, 13, accent.base),
  circle(208, 168, 4, accent.light),
  gleam('M142 246C136 268 132 284 130 300'),
  steam(46, 164),
];

const mug: Motif = ({ main, pattern }) => [
  shadow(190, 104),
  stroke('M254 204C340 190 340 304 244 292', main.shade, 21),
  stroke('M254 200C336 188 336 300 244 288', main.base, 13),
  solid('body', taper(188, [166, 330], [160, 140], [4, 36]), main, { pattern, shade: [22, 0] }),
  oval(188, 168, 80, 16, main.light),
  oval(188, 170, 68, 11, tones.coffee.base),
  oval(172, 168, 26, 4, tones.oak.base, 0.55),
  gleam('M126 204L130 278'),
  steam(166, 140),
  steam(206, 132),
];

const press: Motif = ({ main, accent }) => [
  shadow(200, 92),
  stroke('M264 170C336 166 336 284 264 286', accent.shade, 18),
  stroke('M264 167C332 164 332 281 264 283', accent.base, 11),
  stroke('M196 138V76', tones.steel.shade, 8),
  circle(196, 70, 17, accent.base),
  circle(190, 64, 5, accent.light),
  fill(block(130, 136, 132, 188, 10), tones.glass.base),
  fill(block(136, 214, 120, 106, 8), tones.coffee.base),
  fill('M136 214H256V232Q226 222 196 232T136 230Z', tones.oak.base),
  stroke('M196 140V212', tones.steel.base, 6),
  fill(block(138, 204, 116, 13, 5), tones.steel.shade),
  solid('lid', 'M124 142C128 104 264 104 268 142Z', main, { shade: [22, 0] }),
  fill('M128 150L104 158L128 176Z', main.base),
  solid('frame', block(124, 142, 144, 15, 5), main, { shade: [20, 0] }),
  solid('band', block(126, 270, 140, 12, 4), main, { shade: [20, 0] }),
  solid('base', block(120, 314, 152, 17, 7), main, { shade: [22, 0] }),
  box([152, 157], [7, 158], 3, main.base),
  box([234, 157], [7, 158], 3, main.shade),
  gleam('M141 168V258', 5),
  oval(196, 112, 26, 4, main.light),
];

const teapotBody =
  'M98 246C98 186 146 164 204 164C262 164 306 186 306 246C306 298 262 322 204 322C146 322 98 298 98 246Z';
const spout = 'M124 288C72 276 84 214 50 190Q44 182 54 178L78 174C102 178 104 210 132 214Z';

const teapot: Motif = ({ main, accent, pattern }) => [
  shadow(204, 104),
  stroke('M294 212C372 186 372 302 288 292', accent.shade, 19),
  stroke('M294 209C368 184 368 299 288 289', accent.base, 11),
  solid('spout', spout, main, { shade: [0, 0] }),
  fill(block(148, 314, 112, 17, 6), main.shade),
  solid('body', teapotBody, main, { pattern, shade: [24, 8] }),
  solid('lid', 'M146 170C150 132 258 132 262 170Q204 184 146 170Z', main, { shade: [20, 0] }),
  stroke('M144 171Q204 186 264 171', main.shade, 5),
  circle(204, 128, 15, accent.base),
  circle(199, 123, 4, accent.light),
  gleam('M120 236C122 214 134 200 150 192'),
  steam(48, 160),
];

const tin: Motif = ({ main, accent, pattern }) => [
  shadow(200, 96),
  solid('body', block(118, 160, 164, 170, 12), main, { pattern, shade: [26, 0] }),
  solid('lid', block(112, 112, 176, 56, 14), accent, { shade: [28, 0] }),
  fill('M112 152H288V160H112Z', accent.shade),
  solid('knob', block(178, 90, 44, 26, 10), accent, { shade: [10, 0] }),
  oval(200, 248, 50, 56, paper),
  stroke(
    'M200 200C228 200 243 222 243 248S228 296 200 296S157 274 157 248S172 200 200 200Z',
    accent.base,
    3,
  ),
  stroke('M200 284V222', main.shade, 4),
  fill(leaf(200, 250, 38, 0, 13), accent.base),
  fill(leaf(200, 276, 36, -48, 13), main.base),
  fill(leaf(200, 276, 36, 48, 13), main.base),
  gleam('M130 180V296'),
  gleam('M126 126V140', 5),
];

export const coffee = {
  cup: standing(cup),
  dripper: standing(dripper),
  grinder: standing(grinder),
  kettle: standing(kettle),
  mug: standing(mug),
  press: standing(press),
  teapot: standing(teapot),
  tin: standing(tin),
};
