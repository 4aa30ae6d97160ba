import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isBuilt, stamped } from './build-stamp.mjs';
import { step } from './step.mjs';

const modifiedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Installs the dependencies when they are missing or older than the lockfile. */
export const install = async (root) => {
  const installed = modifiedAt(join(root, 'node_modules/.package-lock.json'));
  if (installed >= modifiedAt(join(root, 'package-lock.json'))) return;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm tells its scripts where it is; without it, the one on PATH has to do.
  const npm = process.env.npm_execpath;
  await step(
    'Installing dependencies (npm ci, a minute or two)',
    npm ? process.execPath : 'npm',
    npm ? [npm, ...args] : args,
    { cwd: root },
  );
};

/** Builds what changed since the last time. */
export const build = async (root, node) => {
  if (!isBuilt(root)) await stamped(root, () => runNx(root, node));
};

const runNx = (root, node) =>
  step(
    'Building what changed (the first time takes a minute or two)',
    node,
    // What `npm start` runs, each made of sources: no library is built for it.
    [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run', 'demo:bundle'],
    {
      cwd: root,
      // Little to do takes a few seconds, and no line.
      quietMs: 4_000,
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
    },
  );
