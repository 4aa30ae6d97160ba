import { extname, join } from 'node:path';
import type { TelemetryStoreOptions } from '@faultline/telemetry-store';

/**
 * The program of the store's threads: in the bundle beside this one, or from sources. swc crashes the process when a thread that
 * has loaded it ends, so threads are compiled without it.
 */
export const storeThread: TelemetryStoreOptions['thread'] =
  extname(__filename) === '.ts'
    ? {
        file: join(__dirname, '../worker.ts'),
        options: {
          execArgv: ['--conditions=@faultline/source', '-r', 'ts-node/register/transpile-only'],
          env: {
            ...process.env,
            TS_NODE_PROJECT: join(__dirname, '../../../../tsconfig.threads.json'),
          },
        },
      }
    : { file: join(__dirname, 'worker.js') };
