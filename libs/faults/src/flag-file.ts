import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { type FaultKey, faultKeys, isFaultKey } from './fault-keys';
import { type SwitchedFault, switchOn } from './switched';

/** What the file may not be; the message names the flag. */
export class FlagFileError extends Error {
  override readonly name = 'FlagFileError';
}

type Rule = Readonly<Record<string, unknown>>;

const flagdSchema = 'https://flagd.dev/schema/v0/flags.json';

/** When a fault that is on applies, in flagd's targeting rules. */
const targetingOf = ({ key, settings, version, session, until }: SwitchedFault): Rule => {
  const equal = (name: string, value: unknown): Rule => ({ '==': [{ var: name }, value] });
  const conditions: Rule[] = [
    ...(until === undefined ? [] : [{ '<': [{ var: '$flagd.timestamp' }, until] }]),
    ...(version === undefined ? [] : [equal('version', version)]),
    ...(session === undefined ? [] : [equal('session', session)]),
    ...('product' in settings ? [equal('product', settings.product)] : []),
  ];
  const { rate } = settings;
  const share =
    typeof rate === 'number' && rate < 100
      ? {
          fractional: [
            { cat: [key, { var: 'targetingKey' }] },
            // flagd's weights are whole numbers.
            ['on', Math.round(rate * 10)],
            ['off', 1000 - Math.round(rate * 10)],
          ],
        }
      : 'on';
  return conditions.length === 0 && share === 'on'
    ? { if: [true, 'on', 'off'] }
    : { if: [conditions.length === 0 ? true : { and: conditions }, share, 'off'] };
};

/** The flagd file in which exactly these faults are on. */
export const renderFlags = (on: readonly SwitchedFault[]): string => {
  const byKey = new Map(on.map((fault) => [fault.key, fault]));
  const flagOf = (key: FaultKey) => {
    const fault = byKey.get(key);
    const variants = { off: {}, on: fault?.settings ?? {} };
    if (!fault) return { state: 'ENABLED', variants, defaultVariant: 'off' };
    const { version, session, until } = fault;
    return {
      state: 'ENABLED',
      variants,
      defaultVariant: 'off',
      targeting: targetingOf(fault),
      metadata: {
        ...(version !== undefined && { version }),
        ...(session !== undefined && { session }),
        ...(until !== undefined && { until }),
      },
    };
  };
  const flags = Object.fromEntries(faultKeys.map((key) => [key, flagOf(key)]));
  return `${JSON.stringify({ $schema: flagdSchema, flags }, undefined, 2)}\n`;
};

const FlagFile = Compile(
  Type.Object({
    flags: Type.Record(
      Type.String(),
      Type.Object({
        state: Type.Optional(Type.Union([Type.Literal('ENABLED'), Type.Literal('DISABLED')])),
        variants: Type.Object({ on: Type.Record(Type.String(), Type.Unknown()) }),
        defaultVariant: Type.Union([Type.Literal('on'), Type.Literal('off')]),
        targeting: Type.Optional(Type.Unknown()),
        metadata: Type.Optional(
          Type.Object({
            version: Type.Optional(Type.String()),
            session: Type.Optional(Type.String()),
            until: Type.Optional(Type.Number()),
          }),
        ),
      }),
    ),
  }),
);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FlagFileError(`the file is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
};

/** The faults that are on in a flagd file, ended ones left out. Throws a FlagFileError. */
export const readFlags = (text: string, now = Date.now()): SwitchedFault[] => {
  const file = parse(text);
  if (!FlagFile.Check(file)) {
    const [wrong] = FlagFile.Errors(file);
    throw new FlagFileError(`${wrong?.instancePath.slice(1) || 'the file'} ${wrong?.message}`);
  }
  return Object.entries(file.flags).flatMap(([key, flag]) => {
    if (!isFaultKey(key)) throw new FlagFileError(`flags/${key} is not known`);
    if (flag.state === 'DISABLED') return [];
    if (flag.targeting === undefined && flag.defaultVariant === 'off') return [];
    const { version, session, until } = flag.metadata ?? {};
    if (until !== undefined && until * 1000 <= now) return [];
    try {
      const { settings } = switchOn(key, flag.variants.on);
      return [
        {
          key,
          settings,
          ...(version !== undefined && { version }),
          ...(session !== undefined && { session }),
          ...(until !== undefined && { until }),
        },
      ];
    } catch (error) {
      throw new FlagFileError(`flags/${key}: ${error instanceof Error ? error.message : ''}`);
    }
  });
};
