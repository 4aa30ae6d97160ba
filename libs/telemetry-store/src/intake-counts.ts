/** What has become of everything that came in. */
export interface IntakeCounts {
  spans: number;
  logs: number;
  /** Spans and records that could not be written, as when the disk is full, or that waited in a thread that ended. */
  dropped: number;
  /** Spans and records with impossible times or ids, which their senders were told of. */
  rejected: number;
  /** Bodies that were no OTLP. */
  malformed: number;
  /** Batches that could not be written, and steps of pruning that failed. */
  failed: number;
}

const names = ['spans', 'logs', 'dropped', 'rejected', 'malformed', 'failed', 'taken'] as const;
type Name = (typeof names)[number];

/** Counters in memory that threads share: they outlive the thread that counts. */
export interface SharedCounts {
  memory: SharedArrayBuffer;
  add(name: Name, count?: number): void;
  read(): IntakeCounts;
  /** Counts as dropped what was taken by a thread that has ended, and not written by it. */
  dropWaiting(): void;
}

export const sharedCounts = (
  memory = new SharedArrayBuffer(names.length * Float64Array.BYTES_PER_ELEMENT),
): SharedCounts => {
  const values = new Float64Array(memory);
  const of = (name: Name): number => values[names.indexOf(name)] ?? 0;
  const add = (name: Name, count = 1): void => {
    values[names.indexOf(name)] = of(name) + count;
  };
  return {
    memory,
    add,
    read: () => ({
      spans: of('spans'),
      logs: of('logs'),
      dropped: of('dropped'),
      rejected: of('rejected'),
      malformed: of('malformed'),
      failed: of('failed'),
    }),
    dropWaiting: () => add('dropped', of('taken') - of('spans') - of('logs') - of('dropped')),
  };
};
