import { expect, it } from 'vitest';
import { createHits } from '../src/hits';
import { on, soon, watch } from './fixture';

it('counts each request once, for a minute', () => {
  let now = 1_000_000;
  const hits = createHits(() => now);
  const request = {};
  for (const hit of [request, request, {}]) hits.add('payment', hit);
  hits.add('slowPayment', request);
  expect(hits.lastMinute('payment')).toBe(2);
  expect(hits.lastMinute('slowPayment')).toBe(1);
  expect(hits.lastMinute('logLeak')).toBe(0);

  now += 59_000;
  hits.add('payment', {});
  expect(hits.lastMinute('payment')).toBe(3);
  now += 1_000;
  expect(hits.lastMinute('payment')).toBe(1);
  // A second of the minute before has the same place.
  hits.add('payment', {});
  expect(hits.lastMinute('payment')).toBe(2);
});

it('are those of requests to which a fault that is on applied', async () => {
  const { faults, current } = await watch(on('productItem', { product: 'doughnut' }));
  faults.bind({ productItem: {} });
  await expect.poll(() => faults.status(), soon).toEqual([{ key: 'productItem', hits: 0 }]);
  faults.active('productItem', 'mug');
  faults.active('productItem', 'doughnut');
  faults.active('productItem', 'doughnut');
  current.request = { requestId: 'request-2' };
  faults.active('productItem', 'doughnut');
  current.request = undefined;
  faults.active('productItem', 'doughnut');
  expect(faults.status()).toEqual([{ key: 'productItem', hits: 2 }]);
});
