import type { Motif } from '../../motif';
import { taper } from '../../outlines';
import { fill, gleam, oval, shadow, solid, stroke } from '../../shapes';

const rows = [206, 232, 258, 284, 310];
const columns = [-88, -62, -36, -10, 16, 42, 68];

/** Woven, with a cloth inside. */
export const basket: Motif = ({ main, accent, pattern }) => [
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
  ...rows.map((y, at) =>
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
