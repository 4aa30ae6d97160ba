import { createReadStream, globSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { countErrors, type ErrorCounts } from './count-errors';
import { summarize } from './summarize';

const usage = `npm run logs:summary -- [--day YYYY-MM-DD] [FILE…]
Counts the day's errors by name and compares them with the day before. Without files it reads
standard input when something is piped in, and else the logs of the demo.`;

const options = { day: { type: 'string' }, help: { type: 'boolean' } } as const;

const ownLogs = (): string[] =>
  globSync(join(__dirname, '../../../.faultline/logs/*.log*')).filter(
    // Not yet whole: the same lines are still in the file beside it.
    (file) => !file.endsWith('.part'),
  );

const linesOf = (file: string): NodeJS.ReadableStream => {
  const stream = createReadStream(file);
  return file.endsWith('.gz') ? stream.pipe(createGunzip()) : stream;
};

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const day = values.day ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) {
    console.error(`--day must be a date such as 2026-11-21, not ${day}`);
    return 2;
  }
  const counts: ErrorCounts = new Map();
  const piped = positionals.length === 0 && process.stdin.isTTY !== true;
  if (piped) await countErrors(process.stdin, counts);
  else
    for (const file of positionals.length > 0 ? positionals : ownLogs())
      await countErrors(linesOf(file), counts);
  console.log(summarize(counts, day));
  return 0;
};

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 2;
  },
);
