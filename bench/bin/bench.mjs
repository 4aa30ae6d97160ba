import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkNode, servicesNode } from '../../demo/bin/node-version.mjs';
import { install } from '../../demo/bin/prepare.mjs';
import { step } from '../../demo/bin/step.mjs';

// `npm run bench [-- NAME …]`: side by side, in one run, on this machine.
checkNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const main = join(root, 'bench/dist/main.js');

await install(root);
const node = servicesNode(root);
// What is measured is built with it: the project names all services, the demo and the load.
await step(
  'Building what changed (the first time takes about a minute)',
  node,
  [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '-p', 'bench'],
  { cwd: root, quietMs: 4_000, env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' } },
);

if (node === process.execPath) {
  await import(pathToFileURL(main).href);
} else {
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  // The bench decides when it is over.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
