import { parseArgs } from 'node:util';
import {
  type FaultKey,
  faultKeys,
  faultOf,
  isDuration,
  isFaultKey,
  namedBy,
  parseDuration,
  type SettingValue,
  settingsSchema,
} from '@faultline/faults';
import { products } from '@faultline/product-catalog';
import { closest } from 'fastest-levenshtein';
import { type TSchema, Type } from 'typebox';

/** What was typed cannot be meant; the message says what could be. */
export class FaultUsageError extends Error {
  override readonly name = 'FaultUsageError';
}

export const faultUsage = `npm run fault -- list                      every fault there is
npm run fault -- status                    what is on
npm run fault -- on KEY [settings]         switch one on, or change its settings
npm run fault -- off KEY… | --all          switch off
npm run fault -- heal KEY                  switch off, and restart what keeps its traces

Settings: --rate 25 (percent), --for 5m, --latency 3s, --product ID, --session HASH, --version 1.2.3
and those that \`list --json\` shows. --json prints JSON. --directory DIR is for a demo that is not in
.faultline.`;

export type FaultCommand = { json: boolean; directory: string | undefined } & (
  | { name: 'help' | 'list' | 'status' }
  | { name: 'on'; key: FaultKey; settings: Readonly<Record<string, SettingValue>> }
  | { name: 'off'; keys: readonly FaultKey[] }
  | { name: 'heal'; key: FaultKey }
);

/** Every setting that some fault has; one name means the same for all of them. */
const settings = new Map(
  faultKeys.flatMap((key) => Object.entries<TSchema>(settingsSchema(key).properties)),
);

const options = {
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  help: { type: 'boolean' },
  directory: { type: 'string' },
  ...Object.fromEntries([...settings.keys()].map((name) => [name, { type: 'string' as const }])),
} as const;

/** What settings can name. */
const named = {
  product: products.map(({ id }) => id),
  fault: faultKeys,
};

/** A fault with a name that nothing has would break nothing. */
const nameOf = (setting: string, names: readonly string[], text: string): string => {
  if (names.includes(text)) return text;
  throw new FaultUsageError(
    `There is no ${setting} ${text}. Did you mean ${closest(text, [...names])}?`,
  );
};

/** A setting as it was typed, as a number of milliseconds, percent or pieces, or as text. */
const settingOf = (name: string, text: string): SettingValue => {
  const schema = settings.get(name) ?? Type.String();
  const names = namedBy(schema);
  if (names !== undefined) return nameOf(name, named[names], text);
  if (Type.IsString(schema)) return text;
  const duration = isDuration(schema);
  const value = duration ? parseDuration(text) : Number(text.replace(/%$/, ''));
  if (value === undefined || !Number.isFinite(value) || text.trim() === '') {
    const kind = duration ? 'a duration such as 5m or 300ms' : 'a number';
    throw new FaultUsageError(`--${name} must be ${kind}, not ${text}`);
  }
  return value;
};

const keyOf = (text: string): FaultKey => {
  if (isFaultKey(text)) return text;
  throw new FaultUsageError(
    `There is no fault ${text}. Did you mean ${closest(text, [...faultKeys])}?`,
  );
};

/** A fault that leaves something behind. */
const healable = (text: string): FaultKey => {
  const key = keyOf(text);
  if (faultOf(key).leavesBehind) return key;
  throw new FaultUsageError(`${key} leaves nothing behind: npm run fault -- off ${key} is enough`);
};

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new FaultUsageError(error instanceof Error ? error.message : String(error));
  }
};

/** Reads a command line. Throws a FaultUsageError. */
export const parseFaultCommand = (words: readonly string[]): FaultCommand => {
  const { values, positionals } = parse(words);
  const { json = false, all = false, help = false, directory, ...given } = values;
  const common = {
    json: json === true,
    directory: typeof directory === 'string' ? directory : undefined,
  };
  const [name = 'help', ...rest] = positionals;
  if (help === true || name === 'help') return { name: 'help', ...common };
  const [first] = rest;
  switch (name) {
    case 'list':
    case 'status':
      return { name, ...common };
    case 'on': {
      if (first === undefined || rest.length > 1)
        throw new FaultUsageError('on takes one fault: fault -- on payment');
      const set = Object.entries(given).map(([setting, value]) => [
        setting,
        settingOf(setting, String(value)),
      ]);
      return { name, key: keyOf(first), settings: Object.fromEntries(set), ...common };
    }
    case 'off':
      if (all !== true && first === undefined)
        throw new FaultUsageError('off takes faults, or --all: fault -- off payment');
      return { name, keys: all === true ? faultKeys : rest.map(keyOf), ...common };
    case 'heal':
      if (first === undefined || rest.length > 1)
        throw new FaultUsageError('heal takes one fault: fault -- heal KEY');
      return { name, key: healable(first), ...common };
    default:
      throw new FaultUsageError(
        `There is no command ${name}. Did you mean ${closest(name, ['list', 'status', 'on', 'off', 'heal'])}?`,
      );
  }
};
