import type { Sample } from '@faultline/evidence';
import { describe, expect, it } from 'vitest';
import { red } from '../../src/views/red';
import { histogram, metricsOf, sample } from '../sources';

const from = 1_795_700_000_000;
const at = from + 60_000;

describe('requests by version', () => {
  const query = { from, to: at, points: 6, limit: 10, by: 'version', component: 'cart' } as const;
  const sourcesOf = (samplesOf: (number: number) => Sample[]) => ({
    metrics: metricsOf([['cart', samplesOf]], { from, count: 31 }),
    store: { spansBy: () => Promise.reject(new Error('no span is read')) },
  });
  const instance = (version: string, name: string, each: number, number: number) => [
    sample('build_info', 1, { version, revision: 'a', instance: name }),
    ...histogram(
      'http_server_request_duration_seconds',
      { 1: each * number, '+Inf': each * number },
      { http_response_status_code: '200', instance: name },
    ),
  ];

  it('are those of the instances that run side by side', async () => {
    const { groups } = await red(
      sourcesOf((number) => [
        ...instance('1.4.0', 'a', 9, number),
        ...instance('1.4.0', 'b', 9, number),
        ...instance('1.5.0', 'c', 2, number),
      ]),
      query,
    );
    expect(groups).toMatchObject([
      { name: '1.4.0', requests: 18 * 29 },
      { name: '1.5.0', requests: 2 * 29, rate: Array(6).fill(expect.closeTo(1, 6)) },
    ]);
  });

  it('are those of an instance before and after it changed', async () => {
    const { groups } = await red(
      sourcesOf((number) =>
        number < 10 ? instance('1.4.0', 'a', 10, number) : instance('1.5.0', 'a', 1, number - 9),
      ),
      query,
    );
    expect(groups).toMatchObject([
      { name: '1.4.0', requests: 90, rate: [5, 5, 0, 0, 0, 0] },
      { name: '1.5.0', requests: 20, rate: [0, 0, 0.5, 0.5, 0.5, 0.5] },
    ]);
  });
});
