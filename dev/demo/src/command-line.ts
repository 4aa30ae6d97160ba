import { parseArgs } from 'node:util';
import { type ServiceName, serviceNames, portBase as usualBase } from '@faultline/topology';

export type Command =
  | { name: 'help' }
  | { name: 'reset' }
  | {
      name: 'run';
      portBase: number;
      plain: boolean;
      only: ServiceName | undefined;
      load: { rate: number | undefined } | undefined;
    };

/** What is wrong with the command line, in one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `npm start -- [options]
  --no-load        no shoppers
  --rate N         journeys that shoppers start in a second (3)
  --only SERVICE   one service with those that it calls: ${serviceNames.join(', ')}
  --port-base N    the lowest port, in place of ${usualBase}; all others move with it
  --plain          lines in place of the live screen
npm run reset      removes the data that the demo keeps`;

/** The highest port is 1005 above the base: payment's admin server. */
const bases = { lowest: 1_024, highest: 64_000 };

/** Throws a UsageError that names what it does not know. */
export const parseCommandLine = (args: readonly string[]): Command => {
  const { values, positionals } = parse(args);
  if (values.help) return { name: 'help' };
  const [command, ...more] = positionals;
  const unknown = command === 'reset' ? more[0] : command;
  if (unknown !== undefined) throw new UsageError(`${unknown}: no such command`);
  if (command === 'reset') return { name: 'reset' };
  return {
    name: 'run',
    portBase: baseOf(values['port-base']),
    plain: values.plain,
    only: serviceOf(values.only),
    load: values['no-load'] ? undefined : { rate: rateOf(values.rate) },
  };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        'no-load': { type: 'boolean', default: false },
        rate: { type: 'string' },
        only: { type: 'string' },
        'port-base': { type: 'string' },
        plain: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    const [line = ''] = String(error instanceof Error ? error.message : error).split('. ');
    throw new UsageError(line);
  }
};

const baseOf = (text: string | undefined): number => {
  if (text === undefined) return usualBase;
  const base = Number(text);
  if (Number.isInteger(base) && base >= bases.lowest && base <= bases.highest) return base;
  throw new UsageError(
    `--port-base ${text}: not a whole number from ${bases.lowest} to ${bases.highest}`,
  );
};

const rateOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const rate = Number(text);
  if (text.trim() !== '' && rate > 0 && rate <= 1_000) return rate;
  throw new UsageError(`--rate ${text}: not a number above 0 and up to 1000`);
};

const serviceOf = (text: string | undefined): ServiceName | undefined => {
  if (text === undefined) return undefined;
  const found = serviceNames.find((name) => name === text);
  if (found) return found;
  throw new UsageError(`--only ${text}: no such service; there are ${serviceNames.join(', ')}`);
};
