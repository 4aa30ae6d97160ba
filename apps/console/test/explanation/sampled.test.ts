import { afterEach, expect, it, vi } from 'vitest';
import { sampled } from '../../src/explanation/failed-traces';

afterEach(() => {
  vi.useRealTimers();
});

/** How many of a hundred traces are read when reading one takes so long. */
const readWithin = async (millisecondsEach: number): Promise<number> => {
  vi.useFakeTimers();
  const traceIds = Array.from({ length: 100 }, (_, index) => String(index));
  const line = { start: 0, duration: 1, spans: 1, errors: 1, hits: 1, longestHit: 1 };
  const store = {
    traces: async ({ limit }: { limit: number }) => ({
      items: traceIds
        .slice(0, limit)
        .map((traceId) => ({ ...line, traceId, service: undefined, name: undefined })),
      total: traceIds.length,
      next: undefined,
    }),
    trace: async () => {
      vi.advanceTimersByTime(millisecondsEach);
      return { items: [], total: 0, next: undefined };
    },
  };
  let read = 0;
  for await (const _ of sampled(store, { from: 0, to: 1 }, [])) read += 1;
  return read;
};

it.each([
  ['25 traces', 1, 25],
  ['fewer when reading takes long', 500, 9],
  ['five at least', 60_000, 5],
])('a sample has %s', async (_, milliseconds, count) => {
  expect(await readWithin(milliseconds)).toBe(count);
});
