import { tones } from '../../colours';
import type { Motif, Palette } from '../../motif';
import { cast, gleam, mirror, oval, shift, solid, stroke, turn } from '../../shapes';

const sole =
  'M112 92C158 84 178 132 174 186C172 214 166 232 168 262C170 306 152 330 122 330S76 306 78 264C80 232 68 212 66 176C64 130 78 98 112 92Z';
const upper =
  'M112 92C158 84 178 132 174 186Q172 204 168 218C148 194 98 194 72 212Q66 194 66 176C64 130 78 98 112 92Z';

/** A pair from above, toes up. */
export const slippers: Motif = (palette) => [
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
