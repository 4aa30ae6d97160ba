import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { MalformedBodyError } from '@faultline/otlp';
import { type Remote, transfer, wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/umd/node-adapter.js';
import { CursorError } from './cursor';
import type { Reader } from './reader';
import { StoreFileError } from './schema';
import type { ReadThread, ThreadRole, WriteThread } from './worker';
import type { IntakeCounts } from './write-queue';
import type { Limits } from './writer';

export interface TelemetryStoreOptions {
  /** Where the file is kept; made if it is not there. */
  directory: string;
  /** The program of a thread: `worker` of this package, or a bundle of it. */
  thread: { file: string; options?: WorkerOptions };
  limits: Limits;
  /** How many spans, and how many records, wait to be written at most; the oldest give way. */
  maxQueued?: number;
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
   * Takes the body of an OTLP request in protobuf. Resolves with the number of its
   * items; rejects with a MalformedBodyError.
   */
  intake(signal: 'traces' | 'logs', body: Uint8Array): Promise<number>;
  /** What has become of everything that came in since the start. */
  counts(): Promise<IntakeCounts>;
  /** Resolves when everything that was taken before can be read. */
  flush(): Promise<void>;
  /** Writes what waits, and ends the threads. */
  close(): Promise<void>;
}

const kinds = [StoreFileError, CursorError, MalformedBodyError];

/** Errors come out of a thread as their name and their message. */
const translated = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const Kind = kinds.find(({ name }) => name === error.name);
  return Kind ? new Kind(error.message) : error;
};

const startThread = <Api>(
  { file, options }: TelemetryStoreOptions['thread'],
  role: ThreadRole,
): {
  /** Asks the thread; rejects when it ends meanwhile. */
  ask<Result>(question: (api: Remote<Api>) => Promise<Result>): Promise<Result>;
  end(): Promise<void>;
} => {
  const worker = new Worker(file, { ...options, workerData: role });
  const api = wrap<Api>(nodeEndpoint(worker));
  const ended = Promise.withResolvers<never>();
  ended.promise.catch(() => undefined);
  worker.once('error', ended.reject);
  worker.once('exit', () => ended.reject(new Error('a thread of the store has ended')));
  return {
    ask: async (question) => {
      try {
        return await Promise.race([question(api), ended.promise]);
      } catch (error) {
        throw translated(error);
      }
    },
    end: async () => {
      await worker.terminate();
    },
  };
};

/** Opens the store of a directory. Rejects with a StoreFileError when its file cannot be used. */
export const openTelemetryStore = async ({
  directory,
  thread,
  limits,
  maxQueued = 50_000,
}: TelemetryStoreOptions): Promise<TelemetryStore> => {
  await mkdir(directory, { recursive: true });
  const role = { file: join(directory, 'telemetry.db'), limits, maxQueued };
  const writer = startThread<WriteThread>(thread, { ...role, role: 'write' });
  // The file is made by the first, and readers expect it.
  await writer.ask((api) => api.counts());
  const reader = startThread<ReadThread>(thread, { ...role, role: 'read' });
  return {
    intake: (signal, body) => {
      const copy = new Uint8Array(body);
      return writer.ask((api) => api.intake(signal, transfer(copy, [copy.buffer])));
    },
    counts: () => writer.ask((api) => api.counts()),
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
    close: async () => {
      await reader.ask((api) => api.close());
      await writer.ask((api) => api.close());
      await Promise.all([reader.end(), writer.end()]);
    },
  };
};
