import { parentPort, workerData } from 'node:worker_threads';
import {
  type BodyForm,
  inProtobuf,
  type Rejected,
  readLogs,
  readSpans,
  type Signal,
} from '@faultline/otlp';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/umd/node-adapter.js';
import { sharedCounts } from './intake-counts';
import { possibleTimes, sift, whyNoLog, whyNoSpan } from './possible';
import { openReader, type Reader } from './reader';
import { createWriteQueue } from './write-queue';
import { type Limits, openWriter } from './writer';

/** What a thread is started for. */
export interface ThreadRole {
  role: 'write' | 'read';
  file: string;
  limits: Limits;
  /** The memory of the counters of what came in. */
  counts: SharedArrayBuffer;
}

/** How many items of a body were taken, and what was refused of it. */
export interface Taken {
  accepted: number;
  rejected: Rejected | undefined;
}

export interface WriteThread {
  intake(signal: Signal, body: Uint8Array, form: BodyForm): Taken;
  /** Resolves once the file is open. */
  open(): void;
  flush(): void;
  close(): void;
}

export interface ReadThread extends Reader {
  open(): void;
}

const writing = (role: ThreadRole): WriteThread => {
  const { file, limits } = role;
  const counts = sharedCounts(role.counts);
  // What the thread before this one held is lost.
  counts.dropWaiting();
  const writer = openWriter(file);
  const queue = createWriteQueue({ writer, limits, counts });

  const read = <Item>(decode: () => Item[]): Item[] => {
    try {
      return decode();
    } catch (error) {
      counts.add('malformed');
      throw error;
    }
  };
  const taken = <Item>(
    items: readonly Item[],
    whyNot: (item: Item) => string | undefined,
    add: (kept: readonly Item[]) => void,
  ): Taken => {
    const { kept, rejected } = sift(items, whyNot);
    counts.add('rejected', rejected?.count ?? 0);
    add(kept);
    return { accepted: kept.length, rejected };
  };
  return {
    intake: (signal, body, form) => {
      const times = possibleTimes(limits);
      if (signal === 'traces') {
        const spans = read(() => readSpans(inProtobuf(signal, body, form)));
        return taken(spans, (span) => whyNoSpan(span, times), queue.addSpans);
      }
      const logs = read(() => readLogs(inProtobuf(signal, body, form)));
      return taken(logs, (log) => whyNoLog(log, times), queue.addLogs);
    },
    open: () => undefined,
    flush: queue.flush,
    close: () => {
      queue.flush();
      queue.close();
      writer.close();
    },
  };
};

const reading = ({ file }: ThreadRole): ReadThread => ({
  ...openReader(file),
  open: () => undefined,
});

const role: ThreadRole = workerData;
if (!parentPort) throw new Error('this program is a thread of the store');
expose(role.role === 'write' ? writing(role) : reading(role), nodeEndpoint(parentPort));
