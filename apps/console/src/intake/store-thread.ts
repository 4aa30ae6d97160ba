import { extname, join } from 'node:path';
import type { TelemetryStoreOptions } from '@faultline/telemetry-store';

/** The program of the store's threads: in the bundle beside this one, or from sources. */
export const storeThread: TelemetryStoreOptions['thread'] =
  extname(__filename) === '.ts'
    ? {
        file: join(__dirname, '../worker.ts'),
        options: {
          execArgv: ['--conditions=@faultline/source', '-r', 'ts-node/register/transpile-only'],
        },
      }
    : { file: join(__dirname, 'worker.js') };
