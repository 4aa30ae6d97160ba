import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { exitCodeOf, numberFrom, oneOf, program } from '@faultline/command-line';
import { faultKeys } from '@faultline/faults';
import { bakeOff } from './bake-off';
import { renderBakeOff } from './report';

// `npm run bake-off [-- KEY…] [--healthy MINUTES] [--write]`: what detects which fault, how fast. Needs prometheus and
// loki on PATH.

const page = join(resolve(__dirname, '../../../..'), 'docs/detection.md');

/** What follows it in the page is measured. */
const marker = '<!-- Everything below is written by npm run bake-off -- --write. -->';

const machine = (): string =>
  `${cpus().length} cores at a load average of ${(loadavg()[0] ?? 0).toFixed(1)}, ${new Date().toISOString().slice(0, 10)}`;

const main = async (): Promise<number> => {
  const command = program(
    'npm run bake-off --',
    'Compares what detects faults: the service map, alerts, burn rates and log rules.',
  )
    .argument('[keys...]', 'the faults, else all of them')
    .option(
      '--healthy <minutes>',
      'watch a healthy shop before, for so long',
      numberFrom(0, 240),
      20,
    )
    .option('--write', 'write the result to docs/detection.md')
    .parse();
  const { healthy, write } = command.opts();
  const keys = command.args.length > 0 ? command.args.map(oneOf('fault', faultKeys)) : faultKeys;
  console.log(`About ${Math.ceil(healthy + keys.length * 2)} minutes`);
  const where = machine();
  const result = await bakeOff({
    keys,
    healthyMinutes: healthy,
    tell: (line) => console.log(line),
  });
  const text = renderBakeOff(result, where);
  console.log(`\n${text}`);
  if (write) {
    const [introduction = ''] = (await readFile(page, 'utf8')).split(marker);
    await writeFile(page, `${introduction}${marker}\n\n${text}\n`);
  }
  return 0;
};

void exitCodeOf(main).then((code) => process.exit(code));
