import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, servicesNode } from './node-version.mjs';

// `npx nx serve NAME`: one service from its sources, which needs no build.
checkNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const child = spawn(
  servicesNode(root),
  [
    ...['--conditions=@faultline/source', '--require', 'ts-node/register/transpile-only'],
    'src/serve/main.ts',
    ...process.argv.slice(2),
  ],
  {
    // Where ts-node finds its tsconfig.json.
    cwd: join(root, 'demo'),
    env: { ...process.env, TS_NODE_COMPILER_OPTIONS: JSON.stringify({ rootDir: root }) },
    // The channel ends the service when this process is gone.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
