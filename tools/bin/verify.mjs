import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithNpm, runGroup } from '../launch/child.mjs';
import { readTyped } from '../launch/typed.mjs';

// `npm run verify [-- STAGE …]`: everything that is tested, once. A stage that needs what this machine has not is
// skipped, and says why. With SHARE=today slow tests go through a share that changes from day to day, for a machine
// that runs this each day.
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

process.env.SHARE ??= 'all';
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
    whyNot: () => missing('docker', 'helm', 'kubectl') ?? noEngine() ?? noCluster(),
  },
};

const { words: asked } = readTyped({
  usage: `Usage: npm run verify -- [stages...]

Everything that is tested, or these stages of it: ${Object.keys(stages).join(', ')}.
A stage that needs what this machine has not is skipped, and says why.`,
  kind: 'stage',
  words: Object.keys(stages),
});

/** Stages of which one mostly waits run beside each other: the lists of a turn do, each in its order. */
const turns = [[['test']], [['prove'], ['backends', 'containers']], [['cluster']]];

const runScript = (words, env = {}, stdio = 'inherit', watch = undefined) =>
  runGroup(
    process.execPath,
    words,
    { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', stdio, stdio] },
    watch,
  );

/** Whether a stage passed or was skipped. */
const runStage = async (name, ...output) => {
  const { words, env, whyNot } = stages[name];
  const why = whyNot?.();
  if (why !== undefined) {
    console.log(`${name}: skipped: ${why}`);
    return true;
  }
  const began = performance.now();
  const code = await runScript(words, env, ...output);
  console.log(`${name} took ${Math.round((performance.now() - began) / 1000)} s`);
  return code === 0;
};

/** The same, with what the stage writes printed when it has ended. */
const runStageAside = async (name) => {
  const written = [];
  const passed = await runStage(name, 'pipe', ({ stdout, stderr }) => {
    for (const stream of [stdout, stderr]) stream.on('data', (data) => written.push(data));
  });
  process.stdout.write(Buffer.concat(written));
  return passed;
};

const runInOrder = async (names, run) => {
  let passed = true;
  for (const name of names) passed = (await run(name)) && passed;
  return passed;
};

let fine = true;
for (const turn of turns) {
  const [first = [], ...others] = turn
    .map((names) => names.filter((name) => asked.length === 0 || asked.includes(name)))
    .filter(({ length }) => length > 0);
  const passed = await Promise.all([
    runInOrder(first, runStage),
    ...others.map((names) => runInOrder(names, runStageAside)),
  ]);
  fine &&= passed.every(Boolean);
}
fine = (await runScript(test('--sum'))) === 0 && fine;
process.exit(fine ? 0 : 1);
