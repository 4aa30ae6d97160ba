import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { become, endWithNpm } from './child.mjs';
import { checkNode, servicesNode } from './node-version.mjs';
import { install } from './prepare.mjs';
import { step } from './step.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Installs what is missing, builds the project of a folder with all that it names, and becomes one of its programs. */
export const runBuilt = async (folder, program = 'main') => {
  checkNode();
  const main = join(root, folder, 'dist', `${program}.js`);
  await install(root);
  const node = servicesNode(root);
  await step(
    'Building what changed (the first time takes about a minute)',
    node,
    [
      join(root, 'node_modules/nx/dist/bin/nx.js'),
      'run-many',
      '-t',
      'build',
      '-p',
      basename(folder),
    ],
    { cwd: root, quietMs: 4_000, env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' } },
  );
  if (node === process.execPath) {
    endWithNpm();
    await import(pathToFileURL(main).href);
    return;
  }
  become(node, [main, ...process.argv.slice(2)]);
};
