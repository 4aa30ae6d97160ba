import { existsSync } from 'node:fs';
import { checkNode, servicesNode } from './node-version.mjs';
import { build, install } from './prepare.mjs';
import { bundled, root, runBundle } from './run-bundle.mjs';

checkNode();

// Removing data needs no fresh build, only some build.
const resets = process.argv[2] === 'reset';
if (!resets || !existsSync(bundled('main'))) {
  await install(root);
  await build(root, servicesNode(root));
}
runBundle('main', { keepCompiled: !resets });
