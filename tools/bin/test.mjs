import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithNpm, runGroup } from '../../tools/launch/child.mjs';
import { checkNode, servicesNode } from '../../tools/launch/node-version.mjs';
import { install } from '../../tools/launch/prepare.mjs';
import { sourceProgram } from '../../tools/launch/run-source.mjs';
import { readTyped } from '../../tools/launch/typed.mjs';
import { addFailedTasks, addFailure, countResults } from './results.mjs';

// `npm test`: everything that needs no cluster. What did not change is answered from Nx's cache. Of the slow tests it goes
// through the share of the day; with SHARE=all, as in `npm run verify`, through all.
process.env.SHARE ??= 'today';
checkNode();
endWithNpm();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const results = join(root, '.test-results');
const projectsWithStores = ['service', 'session', 'cart', 'product', 'payment'];

const run = async (command, args, options) =>
  (await runGroup(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options })) === 0;

const nx = (...parameters) => runNx('run-many', ...parameters);

const runNx = async (command, ...parameters) => {
  const passed = await run(
    servicesNode(root),
    [join(root, 'node_modules/nx/dist/bin/nx.js'), command, '--output-style=static', ...parameters],
    { cwd: root, env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' } },
  );
  if (!passed) addFailedTasks(results, join(root, '.nx/cache/run.json'));
  return passed;
};

const vitest = (directory, ...parameters) =>
  run(servicesNode(root), [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...parameters], {
    cwd: join(root, directory),
  });

/** Fetches what the tests need and this machine has not, before many of them need it at once. */
const fetchPrograms = () => {
  const { command, args, env } = sourceProgram(root, 'test/e2e', 'fetch-programs.ts');
  return run(command, args, { env });
};

/** Everything that needs no more than this machine. */
const everything = async () => {
  rmSync(results, { recursive: true, force: true });
  if (!(await fetchPrograms())) return false;
  if (!(await nx('-t', 'build'))) return false;
  const check = (name) => nx('-t', 'lint', 'test', '-p', name);
  // The tests of the whole shop take the longest, one after the other, and mostly wait: they begin at once, beside all else.
  // Those of the chart follow them, so that there is always something that does not wait.
  const passed = await Promise.all([
    check('e2e').then(async (whole) => (await check('deploy')) && whole),
    nx('-t', 'lint', 'typecheck-all', 'test', '--exclude', 'e2e,deploy', '--parallel', '2'),
  ]);
  return passed.every(Boolean);
};

/** The folders, of two levels at most, of the files that differ from the commit NX_BASE (else the branch main). */
const changedFolders = () => {
  const git = (...args) =>
    spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
  const [base = 'HEAD'] = git('merge-base', process.env.NX_BASE ?? 'main', 'HEAD');
  const files = [
    ...git('diff', '--name-only', base),
    ...git('ls-files', '--others', '--exclude-standard'),
  ];
  return [...new Set(files.map((file) => dirname(file).split('/').slice(0, 2).join('/')))];
};

/**
 * What a change touches: style, types, builds and tests of the packages that depend on files that differ from the
 * commit NX_BASE (else the branch main). Of the packages with such files, all slow tests; of the others the share of the day.
 */
const affected = async () => {
  rmSync(results, { recursive: true, force: true });
  process.env.CHANGED = changedFolders().join();
  if (!(await fetchPrograms())) return false;
  const targets = ['lint', 'typecheck', 'build', 'test'];
  return runNx('affected', '-t', ...targets);
};

/**
 * The tests of images, and those that use stores, with stores in containers: of the kit and all services, with
 * SHARE=today of one of them, another each day. Adds to the results that are there.
 */
const inContainers = async () => {
  const built = await vitest('deploy', '--config', 'vitest.engine.config.mts');
  process.env.STORES = 'containers';
  const day = Math.floor(Date.now() / 86_400_000);
  const its =
    process.env.SHARE === 'today'
      ? [projectsWithStores[day % projectsWithStores.length]]
      : projectsWithStores;
  const projects = ['stores', ...its].join();
  return (await nx('-t', 'test', '--skip-nx-cache', '-p', projects)) && built;
};

/** The tests that need prometheus, promtool, loki, jaeger and alertmanager on PATH; adds to the results. */
const onBackends = async () =>
  (await nx('-t', 'build', '-p', 'e2e')) &&
  vitest('test/e2e', '--config', 'vitest.backends.config.mts');

/** The tests that need a cluster (KUBECONFIG), docker, helm and kubectl; adds to the results. */
const onCluster = async () =>
  (await nx('-t', 'build', '-p', 'e2e')) &&
  vitest('test/e2e', '--config', 'vitest.cluster.config.mts');

const { options: asked } = readTyped({
  usage: `Usage: npm test -- [options]

Everything that needs no cluster, or only what the options name:

  --affected    what differs from the commit in NX_BASE, or from main
  --containers  images, and the tests that use stores, with stores in containers
  --backends    the telemetry on real Prometheus, Loki and Jaeger (on PATH)
  --cluster     the shop in the cluster of KUBECONFIG
  --sum         nothing: sums up what earlier runs have reported
  --clone       goes on with a fresh clone`,
  options: ['affected', 'containers', 'backends', 'cluster', 'sum', 'clone'],
});
const special = asked.affected || asked.containers || asked.backends || asked.cluster || asked.sum;
const runs = [
  ...(special ? [] : [everything]),
  ...(asked.affected ? [affected] : []),
  ...(asked.containers ? [inContainers] : []),
  ...(asked.backends ? [onBackends] : []),
  ...(asked.cluster ? [onCluster] : []),
  ...(asked.clone ? [() => vitest('test/e2e', '--config', 'vitest.ci.config.mts')] : []),
];
if (runs.length > 0) await install(root);
let fine = true;
for (const each of runs) fine = (await each()) && fine;
// An error outside of every test and of every task of Nx: no report tells of it, and later sums have to.
if (!fine && countResults(results).failures.length === 0)
  addFailure(results, ['npm test', ...process.argv.slice(2)].join(' '));

const { passed, failures, skipped } = countResults(results);
for (const failure of failures) console.log(`\nFAILED ${failure}`);
console.log(
  `\n${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
process.exit(failures.length > 0 ? 1 : 0);
