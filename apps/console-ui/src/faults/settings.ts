import type { FaultCard, FaultSetting } from '@faultline/contracts/console';

export type SettingValues = Readonly<Record<string, string>>;

const units = [
  [3_600_000, 'h'],
  [60_000, 'm'],
  [1000, 's'],
  [1, 'ms'],
] as const;

/** Milliseconds as the console reads durations: `4m`, `2500ms`. */
export const durationText = (milliseconds: number): string => {
  const [size, unit] = units.find(([length]) => milliseconds % length === 0) ?? [1, 'ms'];
  return `${milliseconds / size}${unit}`;
};

const textOf = ({ kind }: FaultSetting, value: string | number | undefined): string =>
  kind === 'duration' && typeof value === 'number' ? durationText(value) : String(value ?? '');

/** What the fields of a card begin with: the settings that are on, or else the defaults. */
export const initialValues = ({ settings, on }: FaultCard): SettingValues =>
  Object.fromEntries(
    settings.map((setting) => [
      setting.name,
      textOf(setting, on?.settings[setting.name] ?? setting.default),
    ]),
  );

const plainNumber = /^-?\d+(\.\d+)?$/;

/** The settings to send: those that were filled in, numbers as numbers. */
export const sentSettings = (
  settings: readonly FaultSetting[],
  values: SettingValues,
): Record<string, string | number> =>
  Object.fromEntries(
    settings.flatMap(({ name, kind }) => {
      const text = (values[name] ?? '').trim();
      if (text === '') return [];
      const isNumber = (kind === 'number' || kind === 'duration') && plainNumber.test(text);
      return [[name, isNumber ? Number(text) : text]];
    }),
  );

/** Settings that a fault needs, and those that only narrow it down. */
export const usualFirst = (settings: readonly FaultSetting[]) =>
  Map.groupBy(settings, ({ name, default: byDefault }) =>
    byDefault !== undefined || name === 'for' ? 'usual' : 'further',
  );

/** Faults that are on come first; otherwise the catalogue's order stays. */
export const inOrder = (cards: readonly FaultCard[]): FaultCard[] =>
  cards.toSorted((one, other) => Number(other.on !== undefined) - Number(one.on !== undefined));
