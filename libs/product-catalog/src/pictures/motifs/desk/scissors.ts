import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { cast, circle, fill, mirror, stroke, turn } from '../../shapes';

const blade = 'M188 214L214 214L222 60Q214 46 206 62Z';
const bow = 'M196 224C168 232 146 262 148 296C150 330 192 336 204 304C212 280 210 246 208 224Z';

export const scissors: Motif = ({ main, accent }) => [
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
