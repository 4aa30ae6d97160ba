import { join } from 'node:path';
import { ConfigError } from '@faultline/service';
import {
  openTelemetryStore,
  StoreFileError,
  type TelemetryStore,
  type TelemetryStoreOptions,
} from '@faultline/telemetry-store';
import type { ConsoleConfig } from '../config';
import { storeThread } from './store-thread';

const hour = 3_600_000;

/** How long the console keeps what it has a time for, in milliseconds. */
export const retentionOf = ({ CONSOLE_RETENTION_HOURS }: ConsoleConfig): number =>
  CONSOLE_RETENTION_HOURS * hour;

/** Opens the store of traces and logs; `threadEnded` hears of a thread that is started again. Rejects with a ConfigError if its file cannot be used. */
export const openStore = async (
  config: ConsoleConfig,
  threadEnded?: TelemetryStoreOptions['threadEnded'],
): Promise<TelemetryStore> => {
  try {
    return await openTelemetryStore({
      directory: join(config.CONSOLE_DIRECTORY, 'telemetry'),
      thread: storeThread,
      limits: { maxBytes: config.CONSOLE_MAX_BYTES, maxAge: retentionOf(config) },
      ...(threadEnded && { threadEnded }),
    });
  } catch (error) {
    if (error instanceof StoreFileError) throw new ConfigError(error.message, { cause: error });
    throw error;
  }
};
