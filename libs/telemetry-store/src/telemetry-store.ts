import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BodyForm, Signal } from '@faultline/otlp';
import { type Remote, transfer } from 'comlink';
import { type IntakeCounts, sharedCounts } from './intake-counts';
import type { Reader } from './reader';
import { startThread, ThreadEndedError, type ThreadProgram } from './store-thread';
import type { ReadThread, Taken, ThreadRole, WriteThread } from './worker';
import type { Limits } from './writer';

export interface TelemetryStoreOptions {
  /** Where the file is kept; made if it is not there. */
  directory: string;
  /** The program of a thread: `worker` of this package, or a bundle of it. */
  thread: ThreadProgram;
  limits: Limits;
  /** Hears that a thread has ended on its own, and why; another one is started. */
  threadEnded?(role: ThreadRole['role'], reason: string): void;
}

type Asynchronous<Shape> = {
  [Name in keyof Shape]: Shape[Name] extends (...parameters: infer Parameters) => infer Result
    ? (...parameters: Parameters) => Promise<Result>
    : never;
};

/**
 * Traces and logs on disk. One thread decodes and writes, another reads, so that neither keeps the other or their
 * caller waiting.
 */
export interface TelemetryStore extends Asynchronous<Omit<Reader, 'close'>> {
  /**
   * Takes the body of an OTLP request. Resolves once its items wait to be written, which takes as long as those before them
   * do; items with impossible times or ids are refused. Rejects with a MalformedBodyError, or with a ThreadEndedError.
   */
  intake(signal: Signal, body: Uint8Array, form?: BodyForm): Promise<Taken>;
  /** What has become of everything that came in since the start. */
  counts(): Promise<IntakeCounts>;
  /** Rejects unless both threads have the file open. */
  check(): Promise<void>;
  /** Resolves when everything that was taken before can be read. */
  flush(): Promise<void>;
  /** Writes what waits, and ends the threads. */
  close(): Promise<void>;
}

/** A thread that has ended has nothing open. */
const unlessEnded = (error: unknown): void => {
  if (!(error instanceof ThreadEndedError)) throw error;
};

/** Opens the store of a directory. Rejects with a StoreFileError when its file cannot be used. */
export const openTelemetryStore = async ({
  directory,
  thread,
  limits,
  threadEnded = () => undefined,
}: TelemetryStoreOptions): Promise<TelemetryStore> => {
  await mkdir(directory, { recursive: true });
  const counts = sharedCounts();
  const role = { file: join(directory, 'telemetry.db'), limits, counts: counts.memory };
  await using cleanup = new AsyncDisposableStack();
  const start = async <Api>(
    name: ThreadRole['role'],
    open: (api: Remote<Api>) => Promise<void>,
    close: (api: Remote<Api>) => Promise<void>,
  ) => {
    const started = await startThread(thread, { ...role, role: name }, open, threadEnded);
    cleanup.defer(started.end);
    cleanup.defer(() => started.ask(close).catch(unlessEnded));
    return started;
  };
  // The file is made by the first, and readers expect it.
  const writer = await start<WriteThread>(
    'write',
    (api) => api.open(),
    (api) => api.close(),
  );
  const reader = await start<ReadThread>(
    'read',
    (api) => api.open(),
    (api) => api.close(),
  );
  const resources = cleanup.move();
  return {
    intake: (signal, body, form = 'protobuf') => {
      const copy = new Uint8Array(body);
      return writer.ask((api) => api.intake(signal, transfer(copy, [copy.buffer]), form));
    },
    counts: async () => counts.read(),
    check: async () => {
      await Promise.all([writer.ask((api) => api.open()), reader.ask((api) => api.open())]);
    },
    flush: () => writer.ask((api) => api.flush()),
    trace: (traceId, limit) => reader.ask((api) => api.trace(traceId, limit)),
    spans: (search) => reader.ask((api) => api.spans(search)),
    traces: (search) => reader.ask((api) => api.traces(search)),
    logs: (search) => reader.ask((api) => api.logs(search)),
    logFacets: (search) => reader.ask((api) => api.logFacets(search)),
    heatMap: (search, grid) => reader.ask((api) => api.heatMap(search, grid)),
    logsOfTrace: (traceId, limit) => reader.ask((api) => api.logsOfTrace(traceId, limit)),
    tail: (after, conditions, limit) => reader.ask((api) => api.tail(after, conditions, limit)),
    messages: (search, middle) => reader.ask((api) => api.messages(search, middle)),
    spansBy: (attribute, search, grid) => reader.ask((api) => api.spansBy(attribute, search, grid)),
    compare: (search, selection, samples) =>
      reader.ask((api) => api.compare(search, selection, samples)),
    errors: (search, middle) => reader.ask((api) => api.errors(search, middle)),
    since: () => reader.ask((api) => api.since()),
    contents: () => reader.ask((api) => api.contents()),
    close: () => resources.disposeAsync(),
  };
};
