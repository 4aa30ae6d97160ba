import { join } from 'node:path';
import type { TelemetryStoreOptions } from './telemetry-store';

/**
 * Threads that run a TypeScript file without a build. swc crashes the process when a thread that has loaded it ends, so they are
 * compiled without it.
 */
export const sourceThread = (file: string): TelemetryStoreOptions['thread'] => ({
  file,
  options: {
    execArgv: ['--conditions=@faultline/source', '-r', 'ts-node/register/transpile-only'],
    env: {
      ...process.env,
      TS_NODE_PROJECT: join(__dirname, '../../../tsconfig.threads.json'),
    },
  },
});
