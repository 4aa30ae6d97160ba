import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeLogs, encodeSpans, type ReceivedLog, type ReceivedSpan } from '@faultline/otlp';
import { openTelemetryStore, type TelemetryStore } from '@faultline/telemetry-store';
import { storeThread } from '../src/intake/store-thread';

export interface StoreForTest {
  store: TelemetryStore;
  /** Resolves when all of it can be read. */
  take(spans: readonly ReceivedSpan[], logs?: readonly ReceivedLog[]): Promise<void>;
  close(): Promise<void>;
}

/** A store with its threads, in a directory of its own. */
export const openStore = async (): Promise<StoreForTest> => {
  const directory = await mkdtemp(join(tmpdir(), 'faultline-console-'));
  const limits = { maxBytes: 1e9, maxAge: 1e15 };
  const store = await openTelemetryStore({ directory, thread: storeThread, limits });
  return {
    store,
    take: async (spans, logs = []) => {
      await store.intake('traces', encodeSpans(spans));
      await store.intake('logs', encodeLogs(logs));
      await store.flush();
    },
    close: async () => {
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
};
