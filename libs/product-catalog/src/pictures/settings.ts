import { ink, mix, paper, type ToneName, tones } from './colours';
import { block, disc } from './outlines';
import { box, circle, fill, stroke } from './shapes';

/** The colours behind a thing, all from one tone. */
export interface Wall {
  wall: string;
  form: string;
  floor: string;
}

export interface Setting {
  wall: (tone: ToneName) => Wall;
  /** Quiet forms behind the thing. */
  forms: (wall: Wall) => readonly string[];
}

const daylight = (tone: ToneName): Wall => {
  const { base } = tones[tone];
  return {
    wall: mix(base, paper, 0.7),
    form: mix(base, paper, 0.54),
    floor: mix(base, paper, 0.44),
  };
};

const evening = (tone: ToneName): Wall => {
  const { base } = tones[tone];
  return { wall: mix(base, ink, 0.2), form: mix(base, paper, 0.06), floor: mix(base, ink, 0.45) };
};

const rows = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => from + at * step);

const stars = [
  [52, 64],
  [118, 36],
  [330, 52],
  [366, 130],
  [40, 190],
  [290, 26],
] as const;

export const settings = {
  sunrise: { wall: daylight, forms: ({ form }) => [circle(200, 300, 168, form)] },
  disc: { wall: daylight, forms: ({ form }) => [circle(208, 184, 146, form)] },
  paper: {
    wall: daylight,
    forms: ({ form }) => [
      stroke(
        rows(40, 400, 40)
          .map((at) => `M${at} 0V400M0 ${at}H400`)
          .join(''),
        form,
        2,
        0.6,
      ),
    ],
  },
  boomerang: {
    wall: daylight,
    forms: ({ form }) => [
      fill(
        'M40 196C30 84 150 24 244 52C356 84 400 190 350 268C318 316 262 296 232 306C150 332 52 300 40 196Z',
        form,
      ),
    ],
  },
  hills: {
    wall: daylight,
    forms: ({ form, floor }) => [
      circle(318, 92, 40, mix(form, paper, 0.45)),
      fill('M0 236C70 150 150 176 214 226C280 150 350 160 400 214V400H0Z', form),
      fill('M0 290C90 236 160 268 240 282C310 250 360 256 400 276V400H0Z', mix(form, floor, 0.5)),
    ],
  },
  peaks: {
    wall: daylight,
    forms: ({ form, floor }) => [
      circle(92, 96, 38, mix(form, paper, 0.45)),
      fill(
        'M-20 310L104 142Q114 130 124 142L216 270L280 176Q290 164 300 176L420 330V400H-20Z',
        form,
      ),
      fill(
        'M104 142Q114 130 124 142L150 178L132 190L114 174L98 192L78 178Z',
        mix(form, paper, 0.5),
      ),
      fill('M0 302C120 270 280 276 400 300V400H0Z', mix(form, floor, 0.5)),
    ],
  },
  panels: {
    wall: daylight,
    forms: ({ form }) => [box([0, 0], [84, 400], 0, form), box([316, 0], [84, 400], 0, form)],
  },
  shelves: {
    wall: daylight,
    forms: ({ form, floor }) => [
      box([0, 96], [400, 10], 0, form),
      fill(block(32, 44, 34, 52, 5) + block(72, 30, 22, 66, 5) + block(318, 52, 54, 44, 8), form),
      fill(disc(276, 76, 20), mix(form, floor, 0.3)),
    ],
  },
  tiles: {
    wall: daylight,
    forms: ({ form }) => [
      stroke(
        rows(0, 300, 60)
          .map(
            (y, row) =>
              `M0 ${y}H400${rows(row % 2 ? 20 : 60, 400, 80)
                .map((x) => `M${x} ${y}V${y + 60}`)
                .join('')}`,
          )
          .join(''),
        form,
        3,
        0.6,
      ),
    ],
  },
  clouds: {
    wall: daylight,
    forms: ({ form, wall }) => [
      circle(330, 84, 34, form),
      fill('M34 130a30 30 0 0 1 30-38a42 42 0 0 1 78-4a32 32 0 0 1 34 42Z', mix(wall, paper, 0.6)),
      fill('M258 196a24 24 0 0 1 26-30a34 34 0 0 1 62-2a26 26 0 0 1 26 32Z', mix(wall, paper, 0.6)),
    ],
  },
  evening: {
    wall: evening,
    forms: ({ form }) => [
      box([276, 0], [124, 400], 0, form),
      ...stars.map(([x, y], at) => circle(x, y, at % 2 ? 2 : 3, paper, 0.5)),
    ],
  },
} satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;
