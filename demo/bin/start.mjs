import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkNode, servicesNode } from './node-version.mjs';
import { build, install } from './prepare.mjs';

checkNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const main = join(root, 'demo/dist/main.js');

// Removing data needs no fresh build, only some build.
if (process.argv[2] !== 'reset' || !existsSync(main)) {
  await install(root);
  await build(root, servicesNode(root));
}

const node = servicesNode(root);
if (node === process.execPath) {
  // In this process: a second one would only wait.
  await import(pathToFileURL(main).href);
} else {
  // The channel ends the demo when this process is gone.
  const child = spawn(node, [main, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // The demo decides when it is over.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
    process.exit();
  });
}
