import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { exitCodeOf, numberFrom, oneOf, program } from '@faultline/command-line';
import { median } from '@faultline/evidence';
import { faultKeys } from '@faultline/faults';
import { bakeOff } from './bake-off';
import { withPart } from './page';
import { renderFaults, renderHealthy } from './report';

// `npm run bake-off [-- KEY…] [--healthy MINUTES] [--no-faults] [--write]`: what detects which fault, how fast. Needs
// prometheus, alertmanager and loki on PATH.

const page = join(resolve(__dirname, '../../../..'), 'docs/detection.md');

const loadEvery = 15_000;

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
    .option('--no-faults', 'watch a healthy shop only')
    .option('--write', 'write the result to docs/detection.md: what was measured, the rest stays')
    .parse();
  const { healthy, faults: withFaults, write } = command.opts();
  const named = command.args.length > 0 ? command.args.map(oneOf('fault', faultKeys)) : faultKeys;
  const keys = withFaults ? named : [];
  console.log(`About ${Math.ceil(healthy + keys.length * 2)} minutes`);
  const loads = [loadavg()[0] ?? 0];
  const timer = setInterval(() => loads.push(loadavg()[0] ?? 0), loadEvery);
  const { quiet, faults } = await bakeOff({
    keys,
    healthyMinutes: healthy,
    tell: (line) => console.log(line),
  }).finally(() => clearInterval(timer));
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} cores at a load average of ${median(loads).toFixed(1)}, ${day}`;
  const parts = {
    ...(faults.length > 0 && { faults: renderFaults(faults, machine) }),
    ...(quiet && { healthy: renderHealthy(quiet, machine) }),
  };
  console.log(`\n${Object.values(parts).join('\n\n')}`);
  if (write) {
    let text = await readFile(page, 'utf8');
    if (parts.faults !== undefined) text = withPart(text, 'faults', parts.faults);
    if (parts.healthy !== undefined) text = withPart(text, 'healthy', parts.healthy);
    await writeFile(page, text);
  }
  return 0;
};

void exitCodeOf(main).then((code) => process.exit(code));
