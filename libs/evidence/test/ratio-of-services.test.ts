import type { MetricCondition } from '@faultline/slo';
import { describe, expect, it } from 'vitest';
import { evaluate, MetricHistory, parseMetrics } from '../src';

const now = 1_000_000;

describe('a ratio of two services', () => {
  const requests = 'http_server_request_duration_seconds_count';
  const calls: MetricCondition = {
    kind: 'ratio',
    numerator: { service: 'product', metric: requests },
    denominator: { service: 'api-gateway', metric: requests },
    window: 10,
    threshold: 1.3,
  };
  const downstream = [0, 100, 200].map((total) => `${requests} ${total}\n`);
  const caller = (total: number, start: number) =>
    `${requests} ${total}\nprocess_start_time_seconds ${start}\n`;
  /** Whether it holds when the caller's pages were these, every four seconds. */
  const holds = (...pages: (string | undefined)[]): boolean => {
    const history = new MetricHistory();
    const read = (page: string | undefined) => (page === undefined ? page : parseMetrics(page));
    for (const [index, page] of pages.entries()) {
      const time = now - (pages.length - 1 - index) * 4000;
      history.add('product', { time, samples: read(downstream[index]) });
      history.add('api-gateway', { time, samples: read(page) });
    }
    return evaluate(calls, history, now).holds;
  };

  it('compares the increases of both', () => {
    expect(holds(caller(0, 1), caller(20, 1), caller(40, 1))).toBe(true);
    expect(holds(caller(0, 1), caller(100, 1), caller(200, 1))).toBe(false);
  });

  it('is undefined while one of them was down or has restarted', () => {
    expect(holds(caller(0, 1), undefined, caller(40, 1))).toBe(false);
    expect(holds(caller(900, 1), caller(20, 9), caller(40, 9))).toBe(false);
  });
});
