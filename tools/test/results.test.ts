import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

interface Sum {
  passed: number;
  failures: string[];
  skipped: number;
}
interface Results {
  countResults: (directory: string) => Sum;
  addFailure: (directory: string, name: string) => void;
}

const open = async () => {
  const root = mkdtempSync(join(tmpdir(), 'faultline-results-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const module = join(__dirname, '../bin/results.mjs');
  const { countResults, addFailure }: Results = await import(module);
  return { root, directory: join(root, '.test-results'), countResults, addFailure };
};

it('counts a run that failed outside of its tests, in every sum that follows', async () => {
  const { root, directory, countResults, addFailure } = await open();
  expect(countResults(directory)).toEqual({ passed: 0, failures: [], skipped: 0 });

  addFailure(directory, 'npm test --containers');
  const assertionResults = [
    { status: 'passed' },
    { status: 'failed', fullName: 'a cart holds', failureMessages: ['1 is not 2'] },
  ];
  const name = join(root, 'apps/cart/test/cart.test.ts');
  writeFileSync(
    join(directory, 'cart.json'),
    JSON.stringify({
      numPassedTests: 1,
      numPendingTests: 2,
      testResults: [{ name, message: '', status: 'failed', assertionResults }],
    }),
  );
  expect(countResults(directory)).toEqual({
    passed: 1,
    failures: [
      'apps/cart/test/cart.test.ts: a cart holds\n1 is not 2',
      'npm test --containers: it failed without a failing test; its output says why',
    ],
    skipped: 2,
  });
});
