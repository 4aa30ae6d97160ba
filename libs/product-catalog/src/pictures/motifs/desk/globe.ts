import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, disc } from '../../outlines';
import { circle, fill, gleam, shadow, solid, stroke, turn } from '../../shapes';

const lands = [
  'M110 152C128 116 168 108 186 122C200 136 176 146 182 164C188 184 160 186 154 206C146 222 128 206 122 190C116 176 104 168 110 152Z',
  'M214 112C240 104 274 126 284 152C276 168 256 154 244 164C228 176 212 150 222 138C226 128 208 122 214 112Z',
  'M216 196C240 184 276 196 272 218C262 250 240 276 228 262C216 246 200 212 216 196Z',
  'M146 244C164 238 186 252 176 266C164 276 144 262 146 244Z',
];

/** A world small enough for a desk; its continents are its own. */
export const globe: Motif = ({ main, accent }) => [
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
