import { join } from 'node:path';
import { servicesNode } from './node-version.mjs';

/** How a program of a package is run from its sources: for `spawn`, as command, arguments and environment. */
export const sourceProgram = (root, folder, main, args = []) => ({
  command: servicesNode(root),
  args: [
    ...['--conditions=@faultline/source', '--require', 'ts-node/register/transpile-only'],
    join(root, folder, 'src', main),
    ...args,
  ],
  env: {
    ...process.env,
    TS_NODE_PROJECT: join(root, folder, 'tsconfig.json'),
    TS_NODE_COMPILER_OPTIONS: JSON.stringify({ rootDir: root }),
  },
});
