import { type TObject, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { type FaultKey, faultKeys, faultOf } from './fault-keys';
import { end, formerName, isDuration, lifetime, limits, namedBy, parseDuration } from './settings';

/** A setting is invalid; the message names it and its limit. */
export class SettingError extends Error {
  override readonly name = 'SettingError';

  constructor(
    readonly setting: string,
    message: string,
  ) {
    super(message);
  }
}

export type SettingValue = number | string;
export type Settings = Readonly<Record<string, SettingValue>>;

/** A fault that is on: all of its settings, and when it ends. */
export interface SwitchedFault {
  key: FaultKey;
  /** Its own settings, including defaults. */
  settings: Settings;
  version?: string;
  session?: string;
  /** Seconds since 1970. */
  until?: number;
}

/** The faults that a release can have: those with a binding in a service's code. */
const releasable = faultKeys.filter((key) => {
  const { scope } = faultOf(key);
  return scope === 'request' || scope === 'standing';
});

/** A fault's own settings; a setting that names a fault accepts only existing ones. */
const ownSettings = (key: FaultKey): Record<string, TSchema> =>
  Object.fromEntries(
    Object.entries(faultOf(key).settings.properties).map(([name, setting]) => [
      name,
      namedBy(setting) === 'fault' ? { ...setting, enum: releasable } : setting,
    ]),
  );

const strict = { additionalProperties: false };

/** The schema of a fault's settings when it is switched on. */
export const settingsSchema = (key: FaultKey) => {
  const { endsAfter } = faultOf(key);
  const fallback = endsAfter === undefined ? {} : { default: endsAfter };
  const duration = Type.Optional(Type.Number({ ...lifetime, ...fallback }));
  return Type.Object({ ...ownSettings(key), for: duration, ...limits }, strict);
};

/** The schema of a fault's entry in the file. */
const fileSchema = (key: FaultKey) =>
  Type.Object({ ...ownSettings(key), until: end, ...limits }, strict);

/**
 * Makes a fault that is switched on now. Throws a SettingError for the first invalid setting.
 * Durations are milliseconds, or text such as `5m`.
 */
export const switchOn = (
  key: FaultKey,
  given: Readonly<Record<string, unknown>>,
  now = Date.now(),
): SwitchedFault => {
  const { for: duration, ...rest } = check(key, settingsSchema(key), given);
  const until = typeof duration === 'number' ? Math.ceil((now + duration) / 1000) : undefined;
  return switched(key, rest, until);
};

/** Parses a fault's entry in the file. Throws a SettingError for the first invalid setting. */
export const switchedInFile = (
  key: FaultKey,
  given: Readonly<Record<string, unknown>>,
): SwitchedFault => {
  const { until, ...rest } = check(key, fileSchema(key), given);
  return switched(key, rest, until === undefined ? undefined : Date.parse(String(until)) / 1000);
};

const switched = (
  key: FaultKey,
  { version, session, ...settings }: Settings,
  until: number | undefined,
): SwitchedFault => ({
  key,
  settings,
  ...(version !== undefined && { version: String(version) }),
  ...(session !== undefined && { session: String(session) }),
  ...(until !== undefined && { until }),
});

const Checked = Type.Record(Type.String(), Type.Union([Type.Number(), Type.String()]));

/** The given settings, with defaults and with durations in milliseconds. */
const check = (
  key: FaultKey,
  schema: TObject,
  given: Readonly<Record<string, unknown>>,
): Settings => {
  const named = byPresentNames(schema, given);
  const filled: unknown = Value.Default(schema, inMilliseconds(schema, named));
  const [wrong] = Value.Errors(schema, filled);
  if (wrong) throw explain(key, schema, wrong);
  return Value.Parse(Checked, filled);
};

const byPresentNames = (
  { properties }: TObject,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const named = { ...given };
  for (const [name, setting] of Object.entries(properties)) {
    const former = formerName(setting);
    if (former === undefined || !Object.hasOwn(named, former)) continue;
    if (Object.hasOwn(named, name))
      throw new SettingError(former, `${former} is now called ${name}: give one of them`);
    named[name] = named[former];
    delete named[former];
  }
  return named;
};

const inMilliseconds = (
  { properties }: TObject,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const setting = properties[name];
      if (typeof value !== 'string' || !setting || !isDuration(setting)) return [name, value];
      const duration = parseDuration(value);
      if (duration !== undefined) return [name, duration];
      const reason = `${name} must be a duration such as 5m or 300ms, not ${value}`;
      throw new SettingError(name, reason);
    }),
  );

type Violation = ReturnType<typeof Value.Errors>[number];

const explain = (
  key: FaultKey,
  { properties }: TObject,
  { keyword, instancePath, message }: Violation,
): SettingError => {
  const setting = instancePath.slice(1);
  const wrong = (reason: string) => new SettingError(setting, `${setting} ${reason}`);
  switch (keyword) {
    // No other setting is an enumeration or has a format.
    case 'enum':
      return wrong(`must be one of ${releasable.join(', ')}`);
    case 'format':
      return wrong('must be a moment such as 2026-11-26T10:00:00Z');
    case 'boolean':
    case 'additionalProperties': {
      const known = Object.keys(properties).join(', ');
      return new SettingError(setting, `${key} has no setting ${setting}; it has ${known}`);
    }
    default:
      return wrong(message);
  }
};
