import { exitCodeOf, program } from '@faultline/command-line';
import type { Bench } from './bench';
import { benches, chooseBenches } from './benches';
import { Cleanup } from './cleanup';
import { machineLine, readMachine } from './report/machine';
import { runBench } from './run-bench';

const interrupted = 130;

/** Runs the benches one after the other, also when one fails. Gives the exit code. */
const main = async (): Promise<number> => {
  const [names] = program(
    'npm run bench --',
    'Measures, side by side, in one run, on this machine.',
  )
    .argument('[names...]', `of ${benches.map(nameOf).join(', ')}; all but the slow ones`)
    .parse().processedArgs;
  const chosen = chooseBenches(benches, names);
  const machine = await readMachine();
  console.log(machineLine(machine));
  const leftovers = new Cleanup();
  const asked = stopAsked();
  let well = true;
  for (const bench of chosen) {
    const outcome = await Promise.race([runBench(bench, machine, leftovers), asked]);
    if (outcome === 'stop') {
      // What is under way fails by this, and nobody waits for it any more.
      await leftovers.clear();
      return interrupted;
    }
    well &&= outcome;
  }
  return well ? 0 : 1;
};

const nameOf = ({ name, slow }: Bench): string => (slow ? `${name} (slow)` : name);

/** Resolves when somebody wants this program to end. */
const stopAsked = (): Promise<'stop'> => {
  const { promise, resolve } = Promise.withResolvers<'stop'>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => resolve('stop'));
  return promise;
};

void exitCodeOf(main).then((code) => process.exit(code));
