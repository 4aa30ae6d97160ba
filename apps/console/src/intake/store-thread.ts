import { extname, join } from 'node:path';
import { sourceThread, type TelemetryStoreOptions } from '@faultline/telemetry-store';

/** The program of the store's threads: in the bundle beside this one, or from sources. */
export const storeThread: TelemetryStoreOptions['thread'] =
  extname(__filename) === '.ts'
    ? sourceThread(join(__dirname, '../worker.ts'))
    : { file: join(__dirname, 'worker.js') };
