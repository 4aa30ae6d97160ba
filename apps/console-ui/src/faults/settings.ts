import type { FaultCard, FaultSetting } from '@faultline/contracts/console';

export type SettingValues = Readonly<Record<string, string>>;

/** What the fields of a card begin with: the settings that are on, or else the defaults. */
export const initialValues = ({ settings, on }: FaultCard): SettingValues =>
  Object.fromEntries(
    settings.map(({ name, default: byDefault }) => [
      name,
      String(on?.settings[name] ?? byDefault ?? ''),
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

/** Faults that are on come first; otherwise the catalogue's order stays. */
export const inOrder = (cards: readonly FaultCard[]): FaultCard[] =>
  cards.toSorted((one, other) => Number(other.on !== undefined) - Number(one.on !== undefined));
