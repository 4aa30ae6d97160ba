import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, servicesNode } from '../../demo/bin/node-version.mjs';
import { install } from '../../demo/bin/prepare.mjs';

// `npm run images`, `npm run cluster`: a program of this package, from its sources, since what it builds is built
// in the images and not here.
checkNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
await install(root);
const [program, ...words] = process.argv.slice(2);
const child = spawn(
  servicesNode(root),
  [
    ...['--conditions=@faultline/source', '--require', 'ts-node/register/transpile-only'],
    join(root, 'deploy/src', program, 'main.ts'),
    ...words,
  ],
  {
    env: {
      ...process.env,
      TS_NODE_PROJECT: join(root, 'deploy/tsconfig.json'),
      TS_NODE_COMPILER_OPTIONS: JSON.stringify({ rootDir: root }),
    },
    stdio: 'inherit',
  },
);
// The program decides when it is over.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
