import { id, span } from '@faultline/otlp/testing';
import { expect, it } from 'vitest';
import { createWriteQueue } from '../src/write-queue';
import { openStore } from './fixture';

it('loses nothing of a burst that is decoded faster than it is written', {
  timeout: 60_000,
}, () => {
  const { writer, reader } = openStore();
  const queue = createWriteQueue(writer, { maxBytes: 1e9, maxAge: 1e15 }, 20_000);
  for (let body = 0; body < 10; body += 1)
    queue.addSpans(
      Array.from({ length: 4_000 }, (_, index) => span({ spanId: id(body * 4_000 + index, 16) })),
    );
  queue.flush();
  queue.close();
  expect(queue.counts()).toMatchObject({ spans: 40_000, dropped: 0, failed: 0 });
  expect(reader.contents().spans).toBe(40_000);
});
