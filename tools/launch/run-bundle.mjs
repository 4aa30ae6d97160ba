import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { become, endWithNpm } from './child.mjs';
import { servicesNode } from './node-version.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A program of the demo, bundled. */
export const bundled = (name) => join(root, 'dev/demo/dist', `${name}.js`);

/** Runs a bundled program of the demo with the rest of the command line. */
export const runBundle = (name, { keepCompiled }) => {
  const node = servicesNode(root);
  if (node !== process.execPath) {
    become(node, [bundled(name), ...process.argv.slice(2)]);
    return;
  }
  // In this process: a second one would only wait.
  endWithNpm();
  // Kept with the data, so that the next start need not compile. A reset leaves nothing behind.
  if (keepCompiled) module.enableCompileCache(join(root, '.faultline/compile-cache'));
  // An import would parse it twice, to find out which kind of module it is.
  createRequire(import.meta.url)(bundled(name));
};
