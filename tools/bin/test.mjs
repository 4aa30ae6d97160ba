import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, servicesNode } from '../../demo/bin/node-version.mjs';
import { install } from '../../demo/bin/prepare.mjs';

// `npm test`: everything that needs no cluster. What did not change is answered from Nx's cache.
// `npm test -- --ci` goes on with what takes a clone of its own.
checkNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const results = join(root, '.test-results');

const nx = (...parameters) =>
  spawnSync(
    servicesNode(root),
    [
      join(root, 'node_modules/nx/dist/bin/nx.js'),
      'run-many',
      '--output-style=static',
      ...parameters,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' } },
  ).status === 0;

/** Adds up what vitest wrote for each project; a file that failed to load counts as one failure. */
const count = () => {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const file of readdirSync(results).filter((name) => name.endsWith('.json'))) {
    const report = JSON.parse(readFileSync(join(results, file), 'utf8'));
    sum.passed += report.numPassedTests;
    sum.failed += Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
    sum.skipped += report.numPendingTests;
  }
  return sum;
};

await install(root);
rmSync(results, { recursive: true, force: true });
const checked = nx('-t', 'lint', 'typecheck', 'build', 'test', '--exclude', 'e2e');
// The whole shop under load wants the machine to itself.
const shopped = nx('-t', 'lint', 'typecheck', 'test', '-p', 'e2e');

const cloned = process.argv.includes('--ci')
  ? spawnSync(
      servicesNode(root),
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'vitest.ci.config.mts'],
      { cwd: join(root, 'e2e'), stdio: 'inherit' },
    ).status === 0
  : true;

const { passed, failed, skipped } = count();
const broken = Math.max(failed, checked && shopped && cloned ? 0 : 1);
console.log(`\n${passed} passed, ${broken} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(broken > 0 ? 1 : 0);
