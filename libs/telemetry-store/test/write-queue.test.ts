import { DatabaseSync } from 'node:sqlite';
import { id, log, span } from '@faultline/otlp/testing';
import { expect, it, onTestFinished } from 'vitest';
import { sharedCounts } from '../src/intake-counts';
import { createWriteQueue, type WriteQueueOptions } from '../src/write-queue';
import { openStore } from './fixture';

const openQueue = (options: Pick<WriteQueueOptions, 'writer'> & Partial<WriteQueueOptions>) => {
  const counts = sharedCounts();
  const queue = createWriteQueue({ limits: { maxBytes: 1e9, maxAge: 1e15 }, counts, ...options });
  onTestFinished(queue.close);
  return { queue, counts };
};

const spansFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => span({ spanId: id(first + index, 16) }));

it('loses nothing of a burst that is decoded faster than it is written', {
  timeout: 60_000,
}, () => {
  const { writer, reader } = openStore();
  const { queue, counts } = openQueue({ writer });
  for (let body = 0; body < 10; body += 1) queue.addSpans(spansFrom(1 + body * 4_000, 4_000));
  queue.flush();
  expect(counts.read()).toMatchObject({ spans: 40_000, dropped: 0, failed: 0 });
  expect(reader.contents().spans).toBe(40_000);
});

/** Runs statements on a file that the writer has open. */
const alter = (file: string, statements: string): void => {
  const database = new DatabaseSync(file);
  database.exec(statements);
  database.close();
};

it('goes on when pruning fails between two steps, and tries it again', {
  timeout: 60_000,
}, async () => {
  const { file, writer, reader } = openStore();
  const { queue, counts } = openQueue({
    writer,
    limits: { maxBytes: 1e9, maxAge: 60_000 },
    pruneEvery: 50,
  });
  // The first step deletes 2,000 of them, and the second fails as it does on a full disk.
  alter(
    file,
    `create trigger full_disk before delete on spans
     when (select count(*) from spans) <= 3000
     begin select raise(abort, 'database or disk is full'); end`,
  );
  queue.addSpans(spansFrom(1, 5_000));
  queue.flush();
  await expect.poll(() => counts.read().failed, { timeout: 20_000 }).toBeGreaterThan(1);
  expect(reader.contents().spans).toBe(3_000);
  queue.addLogs([log({ time: Date.now() })]);
  await expect.poll(() => counts.read().logs).toBe(1);
  alter(file, 'drop trigger full_disk');
  await expect.poll(() => reader.contents().spans, { timeout: 20_000 }).toBe(0);
  expect(counts.read()).toMatchObject({ spans: 5_000, logs: 1, dropped: 0 });
});

it('counts what a full disk refuses, and goes on once there is space', {
  timeout: 60_000,
}, () => {
  const { file, writer, reader } = openStore();
  const { queue, counts } = openQueue({ writer });
  queue.addSpans(spansFrom(1, 10));
  queue.flush();
  alter(
    file,
    `create trigger full_disk before insert on span_details
     begin select raise(abort, 'database or disk is full'); end`,
  );
  queue.addSpans(spansFrom(11, 5_000));
  queue.flush();
  expect(counts.read()).toMatchObject({ spans: 10, dropped: 5_000, failed: 1 });
  alter(file, 'drop trigger full_disk');
  queue.addSpans(spansFrom(6_000, 10));
  queue.flush();
  expect(counts.read()).toMatchObject({ spans: 20, dropped: 5_000, failed: 1 });
  expect(reader.contents().spans).toBe(20);
});
