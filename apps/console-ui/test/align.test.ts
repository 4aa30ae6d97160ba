import type { Span, Trace } from '@faultline/contracts/console';
import { describe, expect, it } from 'vitest';
import { aligned, differenceOf } from '../src/comparison/align';

const span = (spanId: string, parentSpanId: string | undefined, more: Partial<Span>): Span => ({
  spanId,
  ...(parentSpanId !== undefined && { parentSpanId }),
  service: 'product',
  name: 'GET /products',
  kind: 'SERVER',
  status: 'UNSET',
  start: 0,
  duration: 10,
  selfTime: 0,
  criticalTime: 0,
  attributes: {},
  resource: {},
  events: [],
  links: [],
  ...more,
});

const trace = (start: number, spans: Span[]): Trace => ({
  traceId: String(start),
  start,
  duration: 100,
  spans: spans.map((one) => ({ ...one, start: start + one.start })),
  logs: [],
  totalSpans: spans.length,
  totalLogs: 0,
  truncated: false,
});

const select = (id: string, start: number, duration = 5) =>
  span(id, 'root', { name: 'SELECT products', kind: 'CLIENT', start, duration });

const shown = (one: Trace, other: Trace) =>
  aligned(one, other).map((row) => [
    row.one[0]?.name ?? row.other[0]?.name,
    row.depth,
    row.one.length,
    row.other.length,
    differenceOf(row),
  ]);

describe('two traces side by side', () => {
  const root = (duration: number) => span('root', undefined, { duration });

  it('pair spans that do the same at the same place, whenever they ran', () => {
    const fast = trace(1000, [root(20), select('a', 2)]);
    const slow = trace(9000, [root(80), select('b', 40, 35)]);
    expect(shown(fast, slow)).toEqual([
      ['GET /products', 0, 1, 1, 60],
      ['SELECT products', 1, 1, 1, 30],
    ]);
  });

  it('show spans that only one of them has, where they ran', () => {
    const retry = span('retry', 'root', { name: 'GET /prices', start: 1 });
    const one = trace(1000, [root(20), select('a', 5)]);
    const other = trace(9000, [root(20), retry, select('b', 12)]);
    expect(shown(one, other)).toEqual([
      ['GET /products', 0, 1, 1, 0],
      ['GET /prices', 1, 0, 1, undefined],
      ['SELECT products', 1, 1, 1, 0],
    ]);
  });

  it('have one row for many siblings that do the same', () => {
    const many = Array.from({ length: 12 }, (_, place) => select(`s${place}`, place * 6));
    expect(
      shown(trace(1000, [root(20), select('a', 2)]), trace(9000, [root(90), ...many])),
    ).toEqual([
      ['GET /products', 0, 1, 1, 70],
      ['SELECT products', 1, 1, 12, 55],
    ]);
  });
});
