import type { ReceivedLog, ReceivedSpan } from '@faultline/otlp';
import type { Limits, Writer } from './writer';

/** How long a span waits for others to be written with. */
const batchMilliseconds = 200;
/** How many are written in one transaction at most. */
const batchSize = 5_000;
const pruneMilliseconds = 5_000;

/** What has become of everything that came in. */
export interface IntakeCounts {
  spans: number;
  logs: number;
  /** Spans and records that could not be written, or came faster than that; the oldest gave way. */
  dropped: number;
  /** Bodies that were no OTLP. */
  malformed: number;
  /** Batches that could not be written, as when the disk is full. */
  failed: number;
}

export interface WriteQueue {
  /** Gives how many it has taken. */
  addSpans(spans: readonly ReceivedSpan[]): number;
  addLogs(logs: readonly ReceivedLog[]): number;
  malformed(): void;
  counts(): IntakeCounts;
  /** Writes what waits. */
  flush(): void;
  close(): void;
}

/** Drops the oldest of a list that holds more than it may; returns how many. */
const cut = (list: unknown[], max: number): number => {
  const tooMany = Math.max(0, list.length - max);
  list.splice(0, tooMany);
  return tooMany;
};

/** Collects what comes in, and writes it some at a time. */
export const createWriteQueue = (
  writer: Pick<Writer, 'append' | 'prune'>,
  limits: Limits,
  maxQueued: number,
): WriteQueue => {
  let spans: ReceivedSpan[] = [];
  let logs: ReceivedLog[] = [];
  const counts: IntakeCounts = { spans: 0, logs: 0, dropped: 0, malformed: 0, failed: 0 };
  let timer: NodeJS.Timeout | undefined;

  const write = (): void => {
    timer = undefined;
    const batch = { spans: spans.slice(0, batchSize), logs: logs.slice(0, batchSize) };
    try {
      writer.append(batch);
      counts.spans += batch.spans.length;
      counts.logs += batch.logs.length;
    } catch {
      // It may be the batch's own fault: it is not tried again, lest nothing after it were written.
      counts.failed += 1;
      counts.dropped += batch.spans.length + batch.logs.length;
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

  const added = (): void => {
    // Decoding would outrun writing otherwise; this way senders wait, too.
    writeDownTo(2 * batchSize);
    counts.dropped += cut(spans, maxQueued) + cut(logs, maxQueued);
    timer ??= setTimeout(write, batchMilliseconds);
  };

  const pruning = setInterval(() => {
    try {
      // One step at a time, so that what comes in meanwhile is written between two.
      const step = (): void => {
        if (writer.prune(limits)) setImmediate(step);
      };
      step();
    } catch {
      counts.failed += 1;
    }
  }, pruneMilliseconds);

  return {
    addSpans: (more) => {
      for (const span of more) spans.push(span);
      added();
      return more.length;
    },
    addLogs: (more) => {
      for (const log of more) logs.push(log);
      added();
      return more.length;
    },
    malformed: () => {
      counts.malformed += 1;
    },
    counts: () => ({ ...counts }),
    flush: () => {
      writeDownTo(0);
      clearTimeout(timer);
      timer = undefined;
    },
    close: () => {
      clearInterval(pruning);
      clearTimeout(timer);
    },
  };
};
