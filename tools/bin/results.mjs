import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** None when nothing came so far as to be tested. */
const reports = (directory) =>
  existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith('.json')) : [];

/**
 * Adds up the JSON reports that vitest wrote into a directory, one for each project; a file that failed to load
 * counts as one failure.
 */
export const countResults = (directory) => {
  const sum = { passed: 0, failures: [], skipped: 0 };
  for (const file of reports(directory)) {
    const report = JSON.parse(readFileSync(join(directory, file), 'utf8'));
    sum.passed += report.numPassedTests;
    sum.skipped += report.numPendingTests;
    for (const { name, message, status, assertionResults } of report.testResults) {
      const failed = assertionResults.filter((test) => test.status === 'failed');
      const reasons = failed.map((test) => `${test.fullName}\n${test.failureMessages.join('\n')}`);
      if (status === 'failed' && failed.length === 0) reasons.push(message);
      sum.failures.push(
        ...reasons.map((reason) => `${relative(dirname(directory), name)}: ${reason}`),
      );
    }
  }
  return sum;
};

/** Adds a failure that no report accounts for. */
export const addFailure = (directory, name) => {
  const message = 'it failed without a failing test; its output says why';
  const failure = {
    name: join(dirname(directory), name),
    message,
    status: 'failed',
    assertionResults: [],
  };
  const report = { numPassedTests: 0, numPendingTests: 0, testResults: [failure] };
  mkdirSync(directory, { recursive: true });
  const file = `${name.replaceAll(/\W+/g, '-')}.json`;
  writeFileSync(join(directory, file), JSON.stringify(report));
};

/**
 * Adds what failed in Nx's last run other than tests, which have reports: lint, types, builds. Nothing where Nx ended before
 * it ran any task.
 */
export const addFailedTasks = (directory, runFile) => {
  if (!existsSync(runFile)) return;
  const { tasks } = JSON.parse(readFileSync(runFile, 'utf8'));
  for (const { taskId, target, status } of tasks)
    if (status !== 0 && target !== 'test') addFailure(directory, `nx run ${taskId}`);
};
