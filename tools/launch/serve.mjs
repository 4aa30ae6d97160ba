import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { become } from './child.mjs';
import { checkNode, servicesNode } from './node-version.mjs';

// `npx nx serve NAME`: one service from its sources, which needs no build.
checkNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
become(
  servicesNode(root),
  [
    ...['--conditions=@faultline/source', '--require', 'ts-node/register/transpile-only'],
    'src/serve/main.ts',
    ...process.argv.slice(2),
  ],
  {
    // Where ts-node finds its tsconfig.json.
    cwd: join(root, 'dev/demo'),
    env: { ...process.env, TS_NODE_COMPILER_OPTIONS: JSON.stringify({ rootDir: root }) },
  },
);
