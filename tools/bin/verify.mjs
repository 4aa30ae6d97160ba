import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithNpm, runGroup } from '../launch/child.mjs';
import { readTyped } from '../launch/typed.mjs';

// `npm run verify [-- STAGE …]`: everything that is tested, once. A stage that needs what this machine has not is
// skipped, and says why. With SHARE=today slow tests go through a share that changes from day to day: that is
// what continuous integration runs.
endWithNpm();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const runs = (program, ...args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;
const isOnPath = (program) => runs('sh', '-c', `command -v ${program}`);

/** Undefined where all of the programs are there. */
const missing = (...programs) => {
  const names = programs.filter((program) => !isOnPath(program));
  return names.length > 0 ? `not on PATH: ${names.join(', ')}` : undefined;
};
const noEngine = () => (runs('docker', 'info') ? undefined : 'no Docker engine answers');
const noCluster = () =>
  runs('kubectl', 'cluster-info') ? undefined : 'no cluster answers (KUBECONFIG)';

const today = process.env.SHARE === 'today';
const test = (...words) => ['tools/bin/test.mjs', ...words];

/** What each runs, and why it cannot, where something it needs is missing. */
const stages = {
  test: { words: test('--clone'), env: { STORES: 'embedded' } },
  prove: { words: ['test/proofs/bin/prove.mjs', '--report', ...(today ? ['--today'] : [])] },
  backends: {
    words: test('--backends'),
    whyNot: () => missing('prometheus', 'promtool', 'loki', 'jaeger', 'alertmanager'),
  },
  containers: { words: test('--containers'), whyNot: noEngine },
  cluster: {
    words: test('--cluster'),
    whyNot: () => missing('docker', 'helm', 'kubectl', 'k6') ?? noEngine() ?? noCluster(),
  },
};

const { words: asked } = readTyped({
  usage: `Usage: npm run verify -- [stages...]

Everything that is tested, or these stages of it: ${Object.keys(stages).join(', ')}.
A stage that needs what this machine has not is skipped, and says why.`,
  kind: 'stage',
  words: Object.keys(stages),
});

const runScript = (words, env = {}) =>
  runGroup(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });

let failed = false;
for (const [name, { words, env, whyNot }] of Object.entries(stages)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const why = whyNot?.();
  if (why !== undefined) {
    console.log(`${name}: skipped: ${why}`);
    continue;
  }
  const began = performance.now();
  const code = await runScript(words, env);
  failed ||= code !== 0;
  console.log(`${name} took ${Math.round((performance.now() - began) / 1000)} s`);
}
failed = (await runScript(test('--sum'))) !== 0 || failed;
process.exit(failed ? 1 : 0);
