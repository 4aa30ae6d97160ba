import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { exitCodeOf, program, untilInterrupted } from '@faultline/command-line';
import { faultsOfTheDay, filesOfTheDay, namedFaults } from './choose';
import { proofDirectory, proveAll } from './prove-all';
import type { Proof } from './prove-fault';
import { caughtBy, renderReport } from './report';
import { writeResults } from './results';

// `npm run prove [-- KEY… | --today] [--report]`: every fault against its declared evidence, on a shop
// of its own under the default load. --today chooses what continuous integration proves. Exit codes:
// 0 all proven, 1 not all, or it failed, 2 what was typed is wrong, 130 interrupted.

const tell = (proof: Proof): void => {
  const { key, failures, evidence, redSeconds, recoverySeconds } = proof;
  const outcome = failures.length === 0 ? 'proven' : `NOT PROVEN: ${failures.join('; ')}`;
  const seen = Object.entries(evidence).map(
    ([name, { seconds }]) => `${name} ${seconds.toFixed(1)} s`,
  );
  const others = Object.entries({ red: redSeconds, recovery: recoverySeconds }).flatMap(
    ([name, seconds]) => (seconds === undefined ? [] : [`${name} ${seconds.toFixed(1)} s`]),
  );
  console.log(`${key}: ${outcome} (${[...seen, ...others].join(', ')})`);
  console.log(`${key}: alerts: ${caughtBy(proof)}`);
};

const main = async (ended: AbortSignal): Promise<number> => {
  const prove = program('npm run prove --', 'Proves each fault against its declared evidence.')
    .argument('[keys...]', 'the faults, else all of them')
    .option('--today', 'what continuous integration proves today')
    .option('--report', 'print the report')
    .parse();
  const { today, report } = prove.opts();
  const keys = today
    ? faultsOfTheDay(filesOfTheDay(resolve(__dirname, '../../..')), new Date())
    : namedFaults(prove.args);
  console.log(`Proving ${keys.join(', ')}: about ${Math.ceil((keys.length * 40) / 60)} minutes`);
  const all = await proveAll(keys, tell, ended);
  const { atRest, proofs } = all;
  await writeResults(all);
  if (atRest.length > 0) console.log(`Seen while everything was off: ${atRest.join(', ')}`);
  await writeFile(join(proofDirectory, 'report.json'), `${JSON.stringify(proofs, undefined, 2)}\n`);
  await writeFile(join(proofDirectory, 'report.md'), renderReport(proofs));
  if (report) console.log(`\n${renderReport(proofs)}`);
  const failed = proofs.filter(({ failures }) => failures.length > 0).length;
  console.log(`Report: ${join(proofDirectory, 'report.md')}`);
  console.log(`${proofs.length - failed} passed, ${failed} failed`);
  return failed === 0 && atRest.length === 0 ? 0 : 1;
};

void exitCodeOf(() => untilInterrupted(main)).then((code) => process.exit(code));
