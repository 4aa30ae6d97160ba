import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Proofs } from './prove-all';

const workspace = resolve(__dirname, '../../..');

/**
 * Writes to `.test-results/prove.json` what was proven and what was not, in the form of vitest's JSON reports, so
 * that the sum of all tests (`npm test -- --sum`) has it.
 */
export const writeResults = async ({ atRest, proofs }: Proofs): Promise<void> => {
  const cases = [
    { fullName: 'nothing is seen while everything is off', failureMessages: atRest },
    ...proofs.map(({ key, failures }) => ({ fullName: key, failureMessages: failures })),
  ];
  const assertionResults = cases.map((each) => ({
    ...each,
    status: each.failureMessages.length > 0 ? 'failed' : 'passed',
  }));
  const failed = assertionResults.filter(({ status }) => status === 'failed').length;
  const directory = join(workspace, '.test-results');
  const report = {
    numPassedTests: cases.length - failed,
    numPendingTests: 0,
    testResults: [
      {
        name: join(workspace, 'npm run prove'),
        status: failed > 0 ? 'failed' : 'passed',
        assertionResults,
      },
    ],
  };
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'prove.json'), JSON.stringify(report));
};
