import { readLogs } from '@faultline/otlp';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { describe, expect, it } from 'vitest';
import { exportQueue } from '../src/export/export-queue';
import { writeLogRecord } from '../src/otlp/write-log-record';

/** A queue whose collector takes what it gets, or only from `answer` on. */
const queueTo = (answer: Promise<boolean>) => {
  const arrived: string[][] = [];
  const counts = { exported: 0, failed: 0, dropped: 0 };
  const queue = exportQueue({
    resource: resourceFromAttributes({}),
    counts,
    send: (body) => {
      arrived.push(readLogs(body).map(({ message }) => message));
      return answer;
    },
    write: writeLogRecord,
  });
  const take = (from: number, to: number) => {
    for (let index = from; index < to; index += 1)
      queue.take({ time: 0, level: 'info', message: `m${index}`, fields: {} });
  };
  return { queue, counts, arrived, take };
};

describe('a queue in front of a collector', () => {
  it('sends what it has at the end, once', async () => {
    const { queue, counts, arrived, take } = queueTo(Promise.resolve(true));
    take(0, 3);
    await queue.flush();
    await queue.flush();
    expect(arrived).toEqual([['m0', 'm1', 'm2']]);
    expect(counts).toEqual({ exported: 3, failed: 0, dropped: 0 });
  });

  it('sends in batches under load, and without being asked to', async () => {
    const { counts, arrived, take } = queueTo(Promise.resolve(true));
    take(0, 1100);
    expect(arrived.map((batch) => batch.length)).toEqual([512, 512]);
    await expect.poll(() => counts.exported, { timeout: 10_000 }).toBe(1100);
    expect(arrived.flat()).toHaveLength(1100);
  });

  it('counts what a collector refuses', async () => {
    const { queue, counts, take } = queueTo(Promise.resolve(false));
    take(0, 5);
    await queue.flush();
    expect(counts).toEqual({ exported: 0, failed: 5, dropped: 0 });
  });

  it('keeps no more than its capacity for a collector that does not answer, and takes up again', async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const { queue, counts, take } = queueTo(promise);
    take(0, 6000);
    expect(counts).toEqual({ exported: 0, failed: 0, dropped: 6000 - 4096 });
    resolve(true);
    await queue.flush();
    take(0, 10);
    await queue.flush();
    expect(counts).toEqual({ exported: 4096 + 10, failed: 0, dropped: 6000 - 4096 });
  });
});
