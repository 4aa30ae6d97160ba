import { type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { type FaultKey, faultKeys, faultOf } from './fault-keys';
import { limits } from './settings';

/** A setting that is wrong; the message names it and its bound. */
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

/** A fault that is on: all of its settings, and when it ends. */
export interface SwitchedFault {
  key: FaultKey;
  /** Its own settings, filled in with defaults. */
  settings: Readonly<Record<string, SettingValue>>;
  version?: string;
  session?: string;
  /** Seconds since 1970. */
  until?: number;
}

/** The faults that a release can have: those with a binding in a service's code. */
const releasable = faultKeys.filter(
  (key) => key !== 'badRelease' && faultOf(key).scope !== 'process',
);

/** A setting that names a fault takes those that there are. */
const withNames = (setting: TSchema): TSchema =>
  'names' in setting && setting.names === 'fault' ? { ...setting, enum: releasable } : setting;

/** The schema of everything that a fault can be given. */
export const settingsSchema = (key: FaultKey) => {
  const { settings, endsAfter } = faultOf(key);
  const limited = endsAfter === undefined ? limits : withDefault(endsAfter);
  const own = Object.entries(settings.properties).map(([name, setting]) => [
    name,
    withNames(setting),
  ]);
  return Type.Object({ ...Object.fromEntries(own), ...limited }, { additionalProperties: false });
};

const withDefault = (endsAfter: number) => ({
  ...limits,
  for: Type.Optional(Type.Number({ ...limits.for, default: endsAfter })),
});

const OwnSettings = Type.Record(Type.String(), Type.Union([Type.Number(), Type.String()]));

/** A fault with what was given to it, checked; throws a SettingError for the first thing wrong. */
export const switchOn = (
  key: FaultKey,
  given: Readonly<Record<string, unknown>>,
  now = Date.now(),
): SwitchedFault => {
  const schema = settingsSchema(key);
  const filled: unknown = Value.Default(schema, { ...given });
  const [wrong] = Value.Errors(schema, filled);
  if (wrong) throw explain(key, wrong);
  const {
    for: milliseconds,
    version,
    session,
    ...settings
  } = Value.Parse(Type.Intersect([Type.Object(limits), OwnSettings]), filled);
  return {
    key,
    settings: Value.Parse(OwnSettings, settings),
    ...(version !== undefined && { version }),
    ...(session !== undefined && { session }),
    ...(milliseconds !== undefined && { until: Math.ceil((now + milliseconds) / 1000) }),
  };
};

type Violation = ReturnType<typeof Value.Errors>[number];

const explain = (key: FaultKey, { keyword, instancePath, message }: Violation): SettingError => {
  const setting = instancePath.slice(1);
  // Nothing else of a fault is an enumeration.
  if (keyword === 'enum')
    return new SettingError(setting, `${setting} must be one of ${releasable.join(', ')}`);
  if (keyword !== 'boolean' && keyword !== 'additionalProperties')
    return new SettingError(setting, `${setting} ${message}`);
  const known = Object.keys(settingsSchema(key).properties).join(', ');
  return new SettingError(setting, `${key} has no setting ${setting}; it has ${known}`);
};
