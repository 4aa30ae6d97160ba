import type { ReceivedLog, ReceivedSpan } from '@faultline/otlp';
import type { SharedCounts } from './intake-counts';
import type { Limits, Writer } from './writer';

/** How long a span waits for others to be written with. */
const batchMilliseconds = 200;
/** How many are written in one transaction at most. */
const batchSize = 5_000;
/** How many spans, and how many records, wait at most when something is added; the rest is written before. */
const maxWaiting = 2 * batchSize;

export interface WriteQueue {
  addSpans(spans: readonly ReceivedSpan[]): void;
  addLogs(logs: readonly ReceivedLog[]): void;
  /** Writes what waits. */
  flush(): void;
  close(): void;
}

export interface WriteQueueOptions {
  writer: Pick<Writer, 'append' | 'prune'>;
  limits: Limits;
  counts: SharedCounts;
  /** Milliseconds between two runs of pruning. */
  pruneEvery?: number;
}

/**
 * Collects what comes in, and writes it some at a time. Who adds more than can wait is kept until it is written, so that
 * nothing is lost for coming too fast.
 */
export const createWriteQueue = ({
  writer,
  limits,
  counts,
  pruneEvery = 5_000,
}: WriteQueueOptions): WriteQueue => {
  let spans: ReceivedSpan[] = [];
  let logs: ReceivedLog[] = [];
  let timer: NodeJS.Timeout | undefined;

  const write = (): void => {
    timer = undefined;
    const batch = { spans: spans.slice(0, batchSize), logs: logs.slice(0, batchSize) };
    try {
      writer.append(batch);
      counts.add('spans', batch.spans.length);
      counts.add('logs', batch.logs.length);
    } catch {
      // It may be the batch's own fault: it is not tried again, lest nothing after it were written.
      counts.add('failed');
      counts.add('dropped', batch.spans.length + batch.logs.length);
    }
    spans = spans.slice(batchSize);
    logs = logs.slice(batchSize);
    if (spans.length + logs.length > 0) timer = setTimeout(write);
  };

  /** Writes until no more than so many wait. */
  const writeDownTo = (most: number): void => {
    while (Math.max(spans.length, logs.length) > most) {
      clearTimeout(timer);
      write();
    }
  };

  const added = (count: number): void => {
    counts.add('taken', count);
    writeDownTo(maxWaiting);
    timer ??= setTimeout(write, batchMilliseconds);
  };

  /** One step at a time, so that what comes in meanwhile is written between two. One that fails is tried again later. */
  const prune = (): void => {
    try {
      if (writer.prune(limits)) next = setImmediate(prune);
    } catch {
      counts.add('failed');
    }
  };
  let next: NodeJS.Immediate | undefined;
  const pruning = setInterval(prune, pruneEvery);

  return {
    addSpans: (more) => {
      for (const span of more) spans.push(span);
      added(more.length);
    },
    addLogs: (more) => {
      for (const log of more) logs.push(log);
      added(more.length);
    },
    flush: () => {
      writeDownTo(0);
      clearTimeout(timer);
      timer = undefined;
    },
    close: () => {
      clearInterval(pruning);
      clearImmediate(next);
      clearTimeout(timer);
    },
  };
};
