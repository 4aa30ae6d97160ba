import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { fill, gleam, oval, shadow, solid, stroke, turn } from '../../shapes';

const handle = 'M188 218L184 88C182 66 172 56 178 42Q194 28 212 44C208 64 214 80 214 100L212 218Z';
const head =
  'M172 172H226Q230 172 230 178V214Q230 220 224 220C200 222 180 232 160 262C138 238 130 206 134 170C150 178 160 176 172 172Z';

/** Resting in its chopping block. */
export const axe: Motif = ({ main, accent }) => [
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
