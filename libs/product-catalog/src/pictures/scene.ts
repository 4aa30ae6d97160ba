import { escapeXml } from '@faultline/contracts/escape-xml';
import { type ToneName, tones } from './colours';
import type { Palette, Pose, PosedMotif } from './motif';
import { type MotifName, motifs } from './motifs';
import { type PatternName, patternDefinition, patternPaint } from './patterns';
import { type SettingName, settings } from './settings';
import { box, fill } from './shapes';
import { element } from './svg';

/** The settings of a product's picture. */
export interface Look {
  motif: MotifName;
  main: ToneName;
  accent: ToneName;
  backdrop: ToneName;
  pattern?: PatternName;
  build?: Build;
}

/** Proportions relative to other products with the same motif. */
export type Build = keyof typeof builds;

const builds = {
  tall: [0.88, 1.1],
  wide: [1.14, 0.88],
  small: [0.84, 0.84],
  slim: [0.8, 1],
} as const;

/** The fixed point of the scaling by a build. */
const origins: Readonly<Record<Pose, readonly [number, number]>> = {
  standing: [200, 330],
  hanging: [200, 60],
  lying: [200, 200],
};

/** The whole picture: 400 × 400, self-contained, named by its title. */
export const scene = (title: string, look: Look, setting: SettingName): string => {
  const { wall: colours, forms } = settings[setting];
  const wall = colours(look.backdrop);
  const motif: PosedMotif = motifs[look.motif];
  const art = motif.draw(paletteOf(look));
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 400 400', role: 'img' },
    [
      element('title', {}, [escapeXml(title)]),
      ...(look.pattern ? [patternDefinition(look.pattern, tones[look.accent].base)] : []),
      box([0, 0], [400, 400], 0, wall.wall),
      ...forms(wall),
      ...(motif.pose === 'standing' ? [fill('M0 304H400V400H0Z', wall.floor)] : []),
      element('g', { transform: look.build && proportions(look.build, motif.pose) }, art),
    ],
  );
};

const paletteOf = ({ main, accent, pattern }: Look): Palette => ({
  main: tones[main],
  accent: tones[accent],
  pattern: pattern && patternPaint,
});

const proportions = (build: Build, pose: Pose): string => {
  const [width, height] = builds[build];
  const [x, y] = origins[pose];
  return `translate(${x} ${y}) scale(${width} ${height}) translate(${-x} ${-y})`;
};
