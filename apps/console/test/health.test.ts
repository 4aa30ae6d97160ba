import type { ServiceName } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import type { ProbeResult } from '../src/probes/probes';
import { cartWith, monitor, now, stateOf } from './health-for-test';
import { scratchDirectory } from './scratch';
import { historyOf, type Page, requests } from './shop-history';

describe('the state of a service', () => {
  it('is unknown before its metrics were read', () => {
    expect(stateOf('cart', {})).toMatchObject({ state: 'unknown', reasons: [] });
  });

  it('is unknown while it may be starting, and red when it does not appear', () => {
    const away = cartWith(undefined);
    expect(stateOf('cart', { ...away, startedAt: now - 10_000 })).toMatchObject({
      state: 'unknown',
    });
    expect(stateOf('cart', { ...away, startedAt: now - 31_000 })).toMatchObject({ state: 'red' });
  });

  it('is green while no rule is violated', () => {
    expect(stateOf('cart', cartWith(requests(0), requests(100)))).toEqual({
      component: 'cart',
      state: 'green',
      since: now,
      reasons: [],
    });
  });

  it('is red with its rule, the number in words, and since when', () => {
    expect(stateOf('cart', cartWith(requests(0), requests(88, 12)))).toMatchObject({
      state: 'red',
      reasons: [
        { rule: 'errors', words: '12 % of its requests fail, over 5 %', value: 0.12, since: now },
      ],
    });
    expect(stateOf('cart', cartWith(requests(0), requests(10, 0, 5)))).toMatchObject({
      state: 'red',
      reasons: [{ rule: 'slow', words: 'p95 9.1 s, over 2 s' }],
    });
    expect(stateOf('cart', cartWith(requests(0), undefined))).toMatchObject({
      state: 'red',
      reasons: [{ rule: 'offline', words: 'does not answer' }],
    });
  });

  describe('soon after a fault began', () => {
    /** Scrapes of 20 requests each, of which so many are bad; the pages of other services. */
    const scrapes = (
      pageOf: (total: number, bad: number) => Page,
      bad: readonly number[],
      others: Partial<Record<ServiceName, readonly Page[]>> = {},
    ) => {
      let sum = 0;
      const cart = bad.map((count, index) => {
        sum += count;
        return pageOf(20 * index, sum);
      });
      return { history: historyOf(now, { ...others, cart }) };
    };
    const started = (at: number): Page => `process_start_time_seconds ${at}\n`;
    const failing = (total: number, failed: number) => requests(total - failed, failed);
    const slow = (total: number, late: number) => requests(total, 0, late);

    it('is red by what came last, though most of the window was good', () => {
      expect(stateOf('cart', scrapes(failing, [0, 0, 0, 0, 0, 0, 0, 0, 3, 3]))).toMatchObject({
        state: 'red',
        reasons: [{ rule: 'errors', value: 0.075 }],
      });
    });

    it.each([
      ['slow', slow],
      ['errors', failing],
    ] as const)('is red by a single scrape, by the rule %s', (rule, pageOf) => {
      expect(stateOf('cart', scrapes(pageOf, [0, 0, 0, 0, 0, 0, 0, 0, 0, 7]))).toMatchObject({
        state: 'red',
        reasons: [{ rule }],
      });
    });

    it.each([
      ['restarted', [started(1), started(1), started(2)]],
      ['is away', [started(1), undefined]],
    ])('is red by what failed in more than one scrape, when another service %s', (_, product) => {
      const once = [0, 0, 0, 0, 0, 0, 0, 0, 0, 7];
      expect(stateOf('cart', scrapes(failing, once, { product }))).toMatchObject({
        state: 'green',
      });
      const twice = [0, 0, 0, 0, 0, 0, 0, 0, 3, 3];
      expect(stateOf('cart', scrapes(failing, twice, { product }))).toMatchObject({ state: 'red' });
    });

    it('is green when a single one of few requests failed', () => {
      const few = Array.from({ length: 10 }, (_, index) => requests(4 * index));
      const withFailures = (count: number) => cartWith(...few, requests(40 - count, count));
      expect(stateOf('cart', withFailures(1))).toMatchObject({ state: 'green' });
      expect(stateOf('cart', withFailures(2))).toMatchObject({ state: 'red' });
    });

    it('is green through minutes of declined cards, unknown pages, load and a restart', () => {
      const page = (number: number): string =>
        [200, 402, 404, 503]
          .map((status) => {
            // Some load, in which every thirtieth request is refused, and counters that begin again in the middle.
            const count = (status === 503 ? 1 : 10) * (number % 50);
            const labels = `http_request_method="GET",http_route="/x",http_response_status_code="${status}"`;
            return ['1', '+Inf']
              .map(
                (le) =>
                  `http_server_request_duration_seconds_bucket{le="${le}",${labels}} ${count}`,
              )
              .concat(`http_server_request_duration_seconds_count{${labels}} ${count}`)
              .join('\n');
          })
          .join('\n');
      const pages = Array.from({ length: 100 }, (_, number) => page(number));
      for (let scrapes = 2; scrapes <= pages.length; scrapes += 1)
        expect(stateOf('cart', cartWith(...pages.slice(0, scrapes))), `${scrapes}`).toMatchObject({
          state: 'green',
        });
    });

    it('is green if it was bad too rarely', () => {
      for (const pageOf of [failing, slow])
        expect(stateOf('cart', scrapes(pageOf, [0, 0, 0, 0, 0, 0, 0, 0, 2, 1]))).toMatchObject({
          state: 'green',
        });
    });
  });

  it('is amber when there are errors in its log', () => {
    const lines = (count: number) => `log_lines_total{level="error"} ${count}\n`;
    expect(stateOf('cart', cartWith(lines(5), lines(8)))).toMatchObject({
      state: 'amber',
      reasons: [{ rule: 'logs', words: '3 errors in its log within 15 s', value: 3 }],
    });
  });
});

describe('the state of a store', () => {
  const operations = (good: number, failed: number) =>
    [
      `db_client_operation_duration_seconds_count{db_namespace="cart-data",error_type=""} ${good}`,
      `db_client_operation_duration_seconds_count{db_namespace="cart-data",error_type="OOM"} ${failed}`,
    ].join('\n');

  it('comes from the metrics of its service', () => {
    const { history } = cartWith(operations(0, 0), operations(10, 10));
    expect(stateOf('cart-data', { history })).toMatchObject({
      state: 'red',
      reasons: [{ rule: 'store', words: '50 % of its operations fail, over 5 %' }],
    });
    expect(stateOf('cart-data-replica', { history })).toMatchObject({ state: 'green' });
  });

  it('is unknown while its service is away, but for errors in its own log', () => {
    const { history } = cartWith(operations(0, 0), undefined);
    expect(stateOf('cart-data', { history })).toMatchObject({ state: 'unknown' });
    const storeErrors = { of: (name: string) => (name === 'cart-data' ? 1 : 0) };
    expect(stateOf('cart-data', { history, storeErrors })).toMatchObject({
      state: 'amber',
      reasons: [{ rule: 'logs', words: '1 error in its log within 15 s' }],
    });
  });
});

it('the payment provider is judged by the calls of payment', () => {
  const calls = (good: number, failed: number) =>
    [
      `http_client_request_duration_seconds_count{server_address="payment-provider",http_response_status_code="200"} ${good}`,
      `http_client_request_duration_seconds_count{server_address="payment-provider",http_response_status_code=""} ${failed}`,
    ].join('\n');
  const history = historyOf(now, { payment: [calls(0, 0), calls(9, 1)] });
  expect(stateOf('payment-provider', { history })).toMatchObject({
    state: 'red',
    reasons: [{ rule: 'errors', words: '10 % of its requests fail, over 5 %' }],
  });
});

it('shoppers and pages are judged by the probes: one failure is amber, two are red', () => {
  let results: ProbeResult[] = [];
  const health = monitor({ probes: { latest: () => results } });
  const shopper = (second: number) => {
    health.evaluate(now + second * 1000);
    const found = health.now().find(({ component }) => component === 'shopper');
    return [found?.state, found?.reasons[0]?.words];
  };
  const failed = (at: number): ProbeResult => ({
    probe: 'purchase',
    at,
    success: false,
    seconds: 1,
    reason: 'check “checkout responds with 201”',
  });
  const words = 'the last purchase failed: check “checkout responds with 201”';
  expect(shopper(0)).toEqual(['unknown', undefined]);
  results = [failed(now)];
  expect(shopper(1)).toEqual(['amber', words]);
  expect(shopper(2)).toEqual(['amber', words]);
  results = [failed(now + 3_000)];
  expect(shopper(3)).toEqual(['red', words]);
  results = [{ ...failed(now + 4_000), success: true, reason: undefined }];
  expect(shopper(4)).toEqual(['green', undefined]);
});

describe('the changes of states', () => {
  it('tell the state at any time, also after a restart', () => {
    const directory = scratchDirectory();
    const { history } = cartWith(requests(0), requests(88, 12));
    const health = monitor({ history }, directory);
    const told: string[] = [];
    health.subscribe(({ component, state }) => told.push(`${component} ${state}`));
    health.evaluate(now);
    history.add('cart', { time: now + 60_000, samples: [] });
    history.add('cart', { time: now + 80_000, samples: [] });
    health.evaluate(now + 80_000);
    expect(told.filter((each) => each.startsWith('cart '))).toEqual(['cart red', 'cart green']);

    const again = monitor({ startedAt: now + 90_000 }, directory);
    const cartAt = (time: number) =>
      again.at(time).find(({ component }) => component === 'cart')?.state;
    expect(cartAt(now - 70_000)).toBe('unknown');
    expect(cartAt(now)).toBe('red');
    expect(cartAt(now + 79_000)).toBe('red');
    expect(cartAt(now + 85_000)).toBe('green');
    expect(cartAt(now + 90_000)).toBe('unknown');
    expect(again.changes(now, now + 80_000).map(({ state }) => state)).toContain('red');
    expect(again.keptSince()).toBeLessThanOrEqual(now);
  });

  it('are no mere changes of a number', () => {
    const { history } = cartWith(requests(0), requests(88, 12));
    const health = monitor({ history });
    health.evaluate(now);
    const before = health.changes(0, now + 10_000).length;
    history.add('cart', { time: now + 2_000, samples: [] });
    health.evaluate(now + 1_000);
    expect(health.changes(0, now + 10_000)).toHaveLength(before);
  });
});
