import { parentPort, workerData } from 'node:worker_threads';
import { readLogs, readSpans } from '@faultline/otlp';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/umd/node-adapter.js';
import { openReader, type Reader } from './reader';
import { createWriteQueue, type IntakeCounts } from './write-queue';
import { type Limits, openWriter } from './writer';

/** What a thread is started for. */
export interface ThreadRole {
  role: 'write' | 'read';
  file: string;
  limits: Limits;
  maxQueued: number;
}

export interface WriteThread {
  intake(signal: 'traces' | 'logs', body: Uint8Array): number;
  counts(): IntakeCounts;
  flush(): void;
  close(): void;
}

export type ReadThread = Reader;

const writing = ({ file, limits, maxQueued }: ThreadRole): WriteThread => {
  const writer = openWriter(file);
  const queue = createWriteQueue(writer, limits, maxQueued);
  const decoded = <Item>(read: () => Item[]): Item[] => {
    try {
      return read();
    } catch (error) {
      queue.malformed();
      throw error;
    }
  };
  return {
    intake: (signal, body) => {
      if (signal === 'traces') return queue.addSpans(decoded(() => readSpans(body)));
      return queue.addLogs(decoded(() => readLogs(body)));
    },
    counts: queue.counts,
    flush: queue.flush,
    close: () => {
      queue.flush();
      queue.close();
      writer.close();
    },
  };
};

const role: ThreadRole = workerData;
if (!parentPort) throw new Error('this program is a thread of the store');
expose(role.role === 'write' ? writing(role) : openReader(role.file), nodeEndpoint(parentPort));
