import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { become, endWithNpm } from './child.mjs';
import { checkNode, servicesNode } from './node-version.mjs';
import { build, install } from './prepare.mjs';

checkNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const main = join(root, 'dev/demo/dist/main.js');

// Removing data needs no fresh build, only some build.
if (process.argv[2] !== 'reset' || !existsSync(main)) {
  await install(root);
  await build(root, servicesNode(root));
}

const node = servicesNode(root);
if (node === process.execPath) {
  // In this process: a second one would only wait.
  endWithNpm();
  await import(pathToFileURL(main).href);
} else {
  become(node, [main, ...process.argv.slice(2)]);
}
