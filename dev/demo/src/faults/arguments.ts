import { randomInt } from 'node:crypto';
import {
  InvalidArgumentError,
  list,
  Option,
  oneOf,
  program,
  wholeNumberFrom,
} from '@faultline/command-line';
import {
  type FaultKey,
  faultKeys,
  faultOf,
  formerName,
  isDuration,
  lifetime,
  namedBy,
  parseDuration,
  type SettingValue,
  settingsSchema,
} from '@faultline/faults';
import { products } from '@faultline/product-catalog';
import ms from 'ms';
import { type TSchema, Type } from 'typebox';
import type { Schedule } from './schedule';

export type FaultCommand = { json: boolean; directory: string | undefined } & (
  | { name: 'list' | 'status' }
  | { name: 'on'; key: FaultKey; settings: Readonly<Record<string, SettingValue>> }
  | { name: 'off'; keys: readonly FaultKey[] }
  | { name: 'heal'; key: FaultKey }
  | ({ name: 'schedule'; blind: boolean } & Schedule)
);

/** The command line of `npm run fault`; passes the parsed command to `perform`. */
export const faultProgram = (perform: (command: FaultCommand) => void | Promise<void>) => {
  const fault = program('npm run fault --', 'Breaks the shop that npm start runs, and mends it.')
    .option('--json', 'print JSON', false)
    .option('--directory <directory>', 'of a demo that is not in .faultline')
    .configureHelp({ showGlobalOptions: true });
  const common = () => {
    const { json, directory } = fault.opts();
    return { json, directory };
  };

  fault
    .command('list')
    .description('every fault there is; with --json also its settings')
    .action(() => perform({ name: 'list', ...common() }));

  fault
    .command('status')
    .description('what is on')
    .action(() => perform({ name: 'status', ...common() }));

  const on = fault
    .command('on')
    .description('switch one on, or change its settings')
    .argument('<key>', 'the fault', keyOf);
  for (const [name, schema] of settings)
    on.option(`--${name} <value>`, descriptionOf(schema), settingOf(schema));
  for (const [name, schema] of formerSettings)
    on.addOption(new Option(`--${name} <value>`).argParser(settingOf(schema)).hideHelp());
  on.action((key) => {
    const given: Readonly<Record<string, SettingValue>> = on.opts();
    for (const [name, schema] of Object.entries<TSchema>(settingsSchema(key).properties)) {
      const former = formerName(schema);
      if (former !== undefined && former in given)
        console.error(`--${former} is now called --${name}; the next version refuses the old name`);
    }
    return perform({ name: 'on', key, settings: given, ...common() });
  });

  const off = fault
    .command('off')
    .description('switch off')
    .argument('[keys...]', 'the faults', list(keyOf))
    .option('--all', 'all of them', false);
  off.action((keys = [], { all }) => {
    if (!all && keys.length === 0) off.error('off takes faults, or --all: fault -- off payment');
    return perform({ name: 'off', keys: all ? faultKeys : keys, ...common() });
  });

  fault
    .command('heal')
    .description('switch off, and restart what keeps its traces')
    .argument('<key>', 'the fault', healable)
    .action((key) => perform({ name: 'heal', key, ...common() }));

  const schedule = fault
    .command('schedule')
    .description('let faults come and go until Ctrl-C, to practise on')
    .argument('[keys...]', 'which of them; all by default', list(keyOf))
    .option('--seed <number>', 'the same seed, the same faults', wholeNumberFrom(0, 2 ** 32 - 1))
    .option(
      '--every <duration>',
      'one fault comes in each',
      durationFrom(lifetime.minimum),
      1_200_000,
    )
    .option('--for <duration>', 'how long it stays', durationFrom(lifetime.minimum), 300_000)
    .option('--count <number>', 'end after so many faults', wholeNumberFrom(1, 1_000_000))
    .option('--blind', 'do not say which fault it is', false);
  schedule.action((keys = [], { every, for: duration, seed = randomInt(2 ** 32), ...rest }) => {
    if (duration >= every) schedule.error('--for must be shorter than --every');
    const faults = keys.length === 0 ? faultKeys : [...new Set(keys)];
    return perform({ name: 'schedule', faults, seed, every, duration, ...rest, ...common() });
  });
  return fault;
};

const keyOf = oneOf('fault', faultKeys);

/** Parses the key of a fault that leaves damage behind. */
const healable = (text: string): FaultKey => {
  const key = keyOf(text);
  if (faultOf(key).leavesBehind) return key;
  throw new InvalidArgumentError(
    `${key} leaves nothing behind: npm run fault -- off ${key} is enough`,
  );
};

/** The settings of all faults; a name has the same meaning for all of them. */
const settings = new Map(
  faultKeys.flatMap((key) => Object.entries<TSchema>(settingsSchema(key).properties)),
);

/** The names of settings in the previous version. */
const formerSettings = new Map(
  [...settings.values()].flatMap((schema): [string, TSchema][] => {
    const former = formerName(schema);
    return former === undefined ? [] : [[former, schema]];
  }),
);

const descriptionOf = (schema: TSchema): string =>
  'description' in schema ? String(schema.description) : '';

/** Names that settings may refer to; with an unknown name, a fault would have no effect. */
const named = {
  product: oneOf(
    'product',
    products.map(({ id }) => id),
  ),
  fault: keyOf,
};

/** Parses a setting: a number of milliseconds, percent or items, or text. */
const settingOf = (schema: TSchema): ((text: string) => SettingValue) => {
  const names = namedBy(schema);
  if (names !== undefined) return named[names];
  if (Type.IsString(schema)) return String;
  return isDuration(schema) ? durationOf : numberOf;
};

const durationOf = (text: string): number => {
  const duration = parseDuration(text);
  if (duration !== undefined) return duration;
  throw new InvalidArgumentError('It must be a duration such as 5m or 300ms');
};

/** Parses a duration of at least so many milliseconds; longer ones than a day are a mistake. */
const durationFrom =
  (minimum: number) =>
  (text: string): number => {
    const duration = durationOf(text);
    if (duration >= minimum && duration <= lifetime.maximum) return duration;
    throw new InvalidArgumentError(`It must be between ${ms(minimum)} and ${ms(lifetime.maximum)}`);
  };

const numberOf = (text: string): number => {
  const value = Number(text.replace(/%$/, ''));
  if (Number.isFinite(value) && text.trim() !== '') return value;
  throw new InvalidArgumentError('It must be a number');
};
