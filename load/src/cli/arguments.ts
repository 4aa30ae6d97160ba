import { parseArgs } from 'node:util';
import type { Spacing } from '../driver/arrivals';
import { type LoadOptions, originOf, settingsOf } from '../driver/options';

export interface CommandLine {
  load: LoadOptions;
  /** Until stopped, when missing. */
  durationSeconds: number | undefined;
  json: boolean;
  /** The ratio of failed to ended journeys above which the command fails. */
  maxFailures: number | undefined;
}

export const usage = `Usage: main.js --url http://127.0.0.1:8080 [options]
  --rate N           journeys that start in a second (3)
  --spacing KIND     poisson or constant (poisson)
  --duration TIME    such as 30s, 5m, 1h (until stopped)
  --think-scale N    multiplies the time shoppers think (1)
  --max-running N    journeys at once; more are dropped (500)
  --timeout TIME     of one request (10s)
  --grace TIME       for running journeys at the end (5s)
  --seed N           makes the same choices again
  --max-failures N   exit 1 when more than this ratio of the journeys failed, or none ended
  --json             print snapshots as JSON, one a line`;

/** Throws an Error that says which argument is wrong. */
export const parseCommandLine = (args: string[]): CommandLine => {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: 'string' },
      rate: { type: 'string' },
      spacing: { type: 'string' },
      duration: { type: 'string' },
      'think-scale': { type: 'string' },
      'max-running': { type: 'string' },
      timeout: { type: 'string' },
      grace: { type: 'string' },
      seed: { type: 'string' },
      'max-failures': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.url === undefined) throw new Error('--url is missing');
  const load: LoadOptions = {
    url: values.url,
    rate: numberOf('--rate', values.rate),
    spacing: spacingOf(values.spacing),
    thinkScale: numberOf('--think-scale', values['think-scale']),
    maxRunning: numberOf('--max-running', values['max-running']),
    requestTimeoutSeconds: secondsOf('--timeout', values.timeout),
    stopGraceSeconds: secondsOf('--grace', values.grace),
    seed: numberOf('--seed', values.seed),
  };
  originOf(load.url);
  settingsOf(load);
  return {
    load,
    durationSeconds: secondsOf('--duration', values.duration),
    json: values.json,
    maxFailures: ratioOf('--max-failures', values['max-failures']),
  };
};

const numberOf = (flag: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw new Error(`${flag} ${text}: not a number`);
  return value;
};

const ratioOf = (flag: string, text: string | undefined): number | undefined => {
  const ratio = numberOf(flag, text);
  if (ratio === undefined || (ratio >= 0 && ratio <= 1)) return ratio;
  throw new Error(`${flag} ${text}: not from 0 to 1`);
};

const unitSeconds: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

const secondsOf = (flag: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const [, amount, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
  if (amount === undefined) throw new Error(`${flag} ${text}: not a time such as 30s, 5m or 1h`);
  return Number(amount) * (unitSeconds[unit] ?? 1);
};

const spacingOf = (text: string | undefined): Spacing | undefined => {
  if (text === undefined || text === 'poisson' || text === 'constant') return text;
  throw new Error(`--spacing ${text}: neither poisson nor constant`);
};
