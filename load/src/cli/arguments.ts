import {
  InvalidArgumentError,
  numberFrom,
  oneOf,
  program,
  wholeNumberFrom,
} from '@faultline/command-line';
import { bounds, isOrigin, type LoadOptions } from '../driver/options';

export interface CommandLine {
  load: LoadOptions;
  /** If missing, the load runs until it is stopped. */
  durationSeconds: number | undefined;
  json: boolean;
  /** The ratio of failed to ended journeys above which the command fails. */
  maxFailures: number | undefined;
}

/** Throws a UsageError, or HelpAsked. */
export const parseCommandLine = (words: readonly string[]): CommandLine => {
  const { url, rate, spacing, duration, thinkScale, maxRunning, timeout, grace, seed, ...rest } =
    program('main.js', 'Sends shoppers to a shop.')
      .requiredOption('--url <origin>', 'such as http://127.0.0.1:8080', urlOf)
      .option('--rate <n>', 'journeys that start in a second (3)', numberFrom(...bounds.rate))
      .option(
        '--spacing <kind>',
        'poisson or constant (poisson)',
        oneOf('spacing', ['poisson', 'constant']),
      )
      .option('--duration <time>', 'such as 30s, 5m, 1h (until stopped)', secondsFrom(0, Infinity))
      .option(
        '--think-scale <n>',
        'multiplies the time shoppers think (1)',
        numberFrom(...bounds.thinkScale),
      )
      .option(
        '--max-running <n>',
        'journeys at once; more are dropped (500)',
        numberFrom(...bounds.maxRunning),
      )
      .option(
        '--timeout <time>',
        'of one request (10s)',
        secondsFrom(...bounds.requestTimeoutSeconds),
      )
      .option(
        '--grace <time>',
        'for running journeys at the end (5s)',
        secondsFrom(...bounds.stopGraceSeconds),
      )
      .option('--seed <n>', 'makes the same choices again', wholeNumberFrom(0, 2 ** 32 - 1))
      .option(
        '--max-failures <ratio>',
        'exit 1 when more than this ratio of the journeys failed, or none ended',
        numberFrom(0, 1),
      )
      .option('--json', 'print snapshots as JSON, one a line', false)
      .parse(words, { from: 'user' })
      .opts();
  return {
    load: {
      url,
      rate,
      spacing,
      thinkScale,
      maxRunning,
      requestTimeoutSeconds: timeout,
      stopGraceSeconds: grace,
      seed,
    },
    durationSeconds: duration,
    json: rest.json,
    maxFailures: rest.maxFailures,
  };
};

const urlOf = (text: string): string => {
  const url = URL.parse(text);
  if (url !== null && isOrigin(url)) return text;
  throw new InvalidArgumentError('It must be an origin such as http://127.0.0.1:8080');
};

const unitSeconds: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** A time such as 30s in seconds. */
const secondsFrom =
  (lowest: number, highest: number) =>
  (text: string): number => {
    const [, amount, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
    if (amount === undefined)
      throw new InvalidArgumentError('It must be a time such as 30s, 5m or 1h');
    const seconds = Number(amount) * (unitSeconds[unit] ?? 1);
    if (seconds >= lowest && seconds <= highest) return seconds;
    throw new InvalidArgumentError(`It must be a time from ${lowest}s to ${highest}s`);
  };
