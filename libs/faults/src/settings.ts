import ms from 'ms';
import { type Static, type TNumber, type TSchema, type TString, Type } from 'typebox';
import { Parse } from 'typebox/value';

/** A share of the requests, in percent. */
export const percent = (
  fallback: number,
  description = 'Percent of the requests that it hits',
): TNumber => Type.Number({ minimum: 0.1, maximum: 100, default: fallback, description });

const SettingFacts = Type.Object({
  description: Type.String(),
  default: Type.Optional(Type.Union([Type.Number(), Type.String()])),
  minimum: Type.Optional(Type.Number()),
  maximum: Type.Optional(Type.Number()),
});

/** The documentation of a setting: description, default and limits. */
export const settingFacts = (setting: TSchema): Static<typeof SettingFacts> =>
  Parse(SettingFacts, setting);

const duration = { unit: 'milliseconds' };

/** A duration in milliseconds, which can also be written as `5m` or `300ms`. */
export const milliseconds = (
  fallback: number,
  minimum: number,
  maximum: number,
  description: string,
): TNumber => Type.Number({ minimum, maximum, default: fallback, description, ...duration });

/** A setting whose name in the previous version is still accepted. */
export const formerly = <Setting extends TSchema>(name: string, setting: Setting): Setting => ({
  ...setting,
  formerly: name,
});

/** The name of a setting in the previous version, if it was different. */
export const formerName = (setting: TSchema): string | undefined =>
  'formerly' in setting && typeof setting.formerly === 'string' ? setting.formerly : undefined;

export const isDuration = (setting: TSchema): boolean =>
  'unit' in setting && setting.unit === duration.unit;

/** Durations such as `5m`. */
export const durationPattern = '^[0-9]+(ms|s|m|h)$';

/** Milliseconds of a duration such as `5m`; undefined for any other text. */
export const parseDuration = (text: string): number | undefined => {
  const value = text.trim() === '' ? undefined : ms(text);
  return Number.isFinite(value) ? value : undefined;
};

export const wholeNumber = (
  fallback: number,
  minimum: number,
  maximum: number,
  description: string,
): TNumber => Type.Number({ minimum, maximum, multipleOf: 1, default: fallback, description });

/** The kind of thing that a text names and that must exist. */
export type Named = 'product' | 'fault';

/** The kind of thing that a setting names, if any. */
export const namedBy = (setting: TSchema): Named | undefined =>
  'names' in setting && (setting.names === 'product' || setting.names === 'fault')
    ? setting.names
    : undefined;

export const productId = (fallback: string): TString =>
  Type.String({
    pattern: '^[a-z0-9-]{1,64}$',
    default: fallback,
    description: 'The id of the one product that it hits',
    names: 'product' satisfies Named,
  });

export const faultKey = (fallback: string, description: string): TString =>
  Type.String({ default: fallback, description, names: 'fault' satisfies Named });

/** Settings with which every fault can be limited. */
export const limits = {
  version: Type.Optional(
    Type.String({
      pattern: '^[\\w.+-]{1,64}$',
      description: 'The one version of the service that it hits',
    }),
  ),
  session: Type.Optional(
    Type.String({
      pattern: '^[0-9a-f]{16}$',
      description: 'The one session that it hits, hashed as telemetry shows it',
    }),
  ),
};

/** The duration of a fault, as input. */
export const lifetime = {
  minimum: 1_000,
  maximum: 86_400_000,
  description: 'Milliseconds until it ends by itself',
  ...duration,
};

/** The end of a fault, as stored in the file. */
export const end = Type.Optional(
  Type.String({
    format: 'date-time',
    description: 'The moment at which it ends by itself, such as 2026-11-26T10:00:00Z',
  }),
);
