import { createReadStream, existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { exitCodeOf, InvalidArgumentError, program, UsageError } from '@faultline/command-line';
import { countErrors, type ErrorCounts } from './count-errors';
import { summarize } from './summarize';

const description = `Counts the day's errors by name and compares them with the day before. Without files it reads
standard input when something is piped in, and else the logs of the demo.`;

const dayOf = (text: string): string => {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError('It must be a date such as 2026-11-21');
};

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
  const typed = program('npm run logs:summary --', description)
    .argument('[files...]', 'logs, also compressed (.gz)')
    .option('--day <date>', 'such as 2026-11-21', dayOf, new Date().toISOString().slice(0, 10))
    .parse();
  const { day } = typed.opts();
  const files = typed.args;
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new UsageError(`There is no file ${missing}`);
  const counts: ErrorCounts = new Map();
  const piped = files.length === 0 && process.stdin.isTTY !== true;
  if (piped) await countErrors(process.stdin, counts);
  else
    for (const file of files.length > 0 ? files : ownLogs())
      await countErrors(linesOf(file), counts);
  console.log(summarize(counts, day));
  return 0;
};

void exitCodeOf(main).then((code) => {
  process.exitCode = code;
});
