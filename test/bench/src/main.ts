import { benches } from './benches';
import { chooseBenches, UsageError } from './command-line';
import { Leftovers } from './leftovers';
import { machineLine, readMachine } from './report/machine';
import { runBench } from './run-bench';

const interrupted = 130;

/** Runs the benches one after the other, also when one fails. Gives the exit code. */
const main = async (names: readonly string[]): Promise<number> => {
  const chosen = chooseBenches(benches, names);
  const machine = await readMachine();
  console.log(machineLine(machine));
  const leftovers = new Leftovers();
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

/** Resolves when somebody wants this program to end. */
const stopAsked = (): Promise<'stop'> => {
  const { promise, resolve } = Promise.withResolvers<'stop'>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => resolve('stop'));
  return promise;
};

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof UsageError ? error.message : error);
    process.exit(2);
  },
);
