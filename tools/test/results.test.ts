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
  addFailedTasks: (directory: string, runFile: string) => void;
}

const open = async () => {
  const root = mkdtempSync(join(tmpdir(), 'faultline-results-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const module = join(__dirname, '../bin/results.mjs');
  const results: Results = await import(module);
  return { root, directory: join(root, '.test-results'), ...results };
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

it('names each task of Nx that failed, beside the tests that did', async () => {
  const { root, directory, countResults, addFailedTasks } = await open();
  const runFile = join(root, 'run.json');
  addFailedTasks(directory, runFile);
  expect(countResults(directory).failures).toEqual([]);
  const tasks = [
    { taskId: 'cart:typecheck', target: 'typecheck', status: 2 },
    { taskId: 'cart:lint', target: 'lint', status: 1 },
    { taskId: 'cart:test', target: 'test', status: 1 },
    { taskId: 'cart:build', target: 'build', status: 0 },
  ];
  writeFileSync(runFile, JSON.stringify({ tasks }));
  addFailedTasks(directory, runFile);
  expect(countResults(directory).failures).toEqual([
    'nx run cart:lint: it failed without a failing test; its output says why',
    'nx run cart:typecheck: it failed without a failing test; its output says why',
  ]);
});
