import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Prometheus, startPrometheus } from '../src/backends/prometheus';
import { k6TestTimeout, runK6, whyNoK6 } from '../src/k6';
import { startShop } from '../src/start-shop';

const title = 'k6 tells Prometheus how its shoppers fared';

let shop: Awaited<ReturnType<typeof startShop>>;
let prometheus: Prometheus;

beforeAll(async () => {
  shop = await startShop();
  prometheus = await startPrometheus({ jobs: [] });
});

afterAll(async () => {
  for (const each of [shop, prometheus]) await each?.stop();
});

it.skipIf(whyNoK6 !== undefined)(
  whyNoK6 === undefined ? title : `${title} (skipped: ${whyNoK6})`,
  { timeout: k6TestTimeout },
  async () => {
    const settings = {
      BASE_URL: shop.demo.url('web-gateway'),
      K6_PROMETHEUS_RW_SERVER_URL: prometheus.remoteWriteUrl,
      K6_PROMETHEUS_RW_TREND_STATS: 'p(95)',
    };
    const { exitCode, output } = await runK6('smoke', settings, '-o', 'experimental-prometheus-rw');
    expect(output).not.toContain('Failed to send the time series data');
    expect(exitCode).toBe(0);

    const values = async (expression: string, label: string) =>
      Object.fromEntries(
        (await prometheus.query(expression)).map(({ metric, value }) => [metric[label], value]),
      );
    expect(
      await values('sum by (journey) (k6_journeys_total{outcome="succeeded"})', 'journey'),
    ).toEqual({ abandon: 1, browse: 1, buy: 1, fillCart: 1, getDeclined: 1, search: 1 });
    expect(await values('sum by (name) (k6_http_reqs_total{name=~"checkout.*"})', 'name')).toEqual({
      checkout: 1,
      'checkout-declined': 1,
    });
    const slowest = await values('k6_http_req_duration_p95{name="checkout"}', 'status');
    expect(slowest['201']).toBeGreaterThan(0);
    expect(slowest['201']).toBeLessThan(2);
    expect(await prometheus.query('sum(k6_failed_payments_total)')).toMatchObject([{ value: 0 }]);
    // Few labels with few values: no addresses.
    expect(await prometheus.query('{__name__=~"k6_.+", url!=""}')).toEqual([]);
  },
);
