import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { become, endWithNpm } from './child.mjs';
import { checkNode, servicesNode } from './node-version.mjs';
import { build, install } from './prepare.mjs';

checkNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const main = join(root, 'dev/demo/dist/main.js');

// Removing data needs no fresh build, only some build.
const resets = process.argv[2] === 'reset';
if (!resets || !existsSync(main)) {
  await install(root);
  await build(root, servicesNode(root));
}

const node = servicesNode(root);
if (node === process.execPath) {
  // In this process: a second one would only wait.
  endWithNpm();
  // Kept with the data, so that the next start need not compile. A reset leaves nothing behind.
  if (!resets) module.enableCompileCache(join(root, '.faultline/compile-cache'));
  // An import would parse it twice, to find out which kind of module it is.
  createRequire(import.meta.url)(main);
} else {
  become(node, [main, ...process.argv.slice(2)]);
}
