import { tones } from '../../colours';
import type { Motif } from '../../motif';
import { block, leaf, taper } from '../../outlines';
import { fill, gleam, shadow, solid, stroke } from '../../shapes';

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

export const plantPot: Motif = ({ main, accent, pattern }) => [
  shadow(200, 96, 334),
  ...leaves.map(([angle, length, width], at) => withVein(angle, length, width, at % 2 === 1)),
  solid('saucer', block(122, 318, 156, 16, 7), accent, { shade: [18, 0] }),
  solid('pot', taper(200, [206, 322], [144, 108], [4, 12]), main, { pattern, shade: [20, 0] }),
  solid('rim', block(118, 194, 164, 36, 7), main, { shade: [24, 4] }),
  gleam('M132 206V216'),
  gleam('M146 246L152 292'),
];
