import { describe, expect, it } from 'vitest';
import { createLogger, createMetrics, traced } from '../src';
import { isMetricName, metricNames, metricOf } from '../src/names';
import { recordSpans, withinUnsampled } from './recorded-spans';

const spans = recordSpans();
const openMetrics = 'application/openmetrics-text;version=1.0.0';

const linesOf = async (metrics: ReturnType<typeof createMetrics>, start: string) =>
  (await metrics.exposition(openMetrics)).body.split('\n').filter((line) => line.startsWith(start));

describe('a business counter', () => {
  const known = {
    outcome: ['succeeded', 'failed'],
    reason: ['none', 'declined', 'unreachable'],
  };

  it('starts at 0 for every combination of known label values', async () => {
    const metrics = createMetrics('1.0.0');
    metrics.counter('payments_total', known);
    expect(await linesOf(metrics, 'payments_total{')).toEqual([
      'payments_total{outcome="succeeded",reason="none"} 0',
      'payments_total{outcome="succeeded",reason="declined"} 0',
      'payments_total{outcome="succeeded",reason="unreachable"} 0',
      'payments_total{outcome="failed",reason="none"} 0',
      'payments_total{outcome="failed",reason="declined"} 0',
      'payments_total{outcome="failed",reason="unreachable"} 0',
    ]);
  });

  it('starts at 0 when it has no labels', async () => {
    const metrics = createMetrics('1.0.0');
    metrics.counter('orders_total', {});
    expect(await linesOf(metrics, 'orders_total')).toEqual(['orders_total 0']);
  });

  it('counts by one, or by an amount', async () => {
    const metrics = createMetrics('1.0.0');
    const payments = metrics.counter('payments_total', known);
    payments.add({ outcome: 'failed', reason: 'declined' });
    payments.add({ outcome: 'failed', reason: 'declined' }, 41);
    expect(await linesOf(metrics, 'payments_total{outcome="failed",reason="declined"}')).toEqual([
      'payments_total{outcome="failed",reason="declined"} 42',
    ]);
  });
});

describe('a gauge', () => {
  it('is read at each scrape', async () => {
    const metrics = createMetrics('1.0.0');
    let value = 1;
    metrics.gauge('redis_connected', (report) => report({ db_namespace: 'cart-data' }, value));
    const name = 'redis_connected{db_namespace="cart-data"}';
    expect(await linesOf(metrics, name)).toEqual([`${name} 1`]);
    value = 2;
    expect(await linesOf(metrics, name)).toEqual([`${name} 2`]);
  });
});

describe('the metrics of a service', () => {
  it('are those in the table, with its types and help texts', async () => {
    const { body } = await createMetrics('1.0.0').exposition('text/plain');
    const described = new Map(
      [...body.matchAll(/^# HELP (\S+) (.*)\n# TYPE \1 (\w+)$/gm)].map(
        ([, name = '', help, type]) => [name, { help, type }],
      ),
    );
    const known = metricNames.filter((name) => described.has(name));
    for (const name of known) {
      const { help, type } = metricOf(name);
      expect(described.get(name), name).toEqual({ help, type });
    }
    // Others come with the stores and the business of a service.
    const missing = metricNames.filter((name) => !described.has(name));
    const everywhere = missing.filter((name) =>
      ['every service', 'prom-client'].includes(metricOf(name).madeBy),
    );
    expect(everywhere).toEqual(['feature_flags_valid']);
    const strangers = [...described.keys()].filter((name) => !isMetricName(name));
    expect(strangers.filter((name) => !/^(process|nodejs)_/.test(name))).toEqual([]);
  });

  it('include the version of the build', async () => {
    const metrics = createMetrics('1.2.3', 'abc');
    expect(await linesOf(metrics, 'build_info')).toEqual([
      'build_info{version="1.2.3",revision="abc"} 1',
    ]);
  });

  it('keeps the names of counters in each format, whichever others read it before or meanwhile', async () => {
    const metrics = createMetrics('1.0.0');
    metrics.counter('payments_late_total', {}).add({});
    const accepted = [openMetrics, 'text/plain', openMetrics, 'text/plain'];
    const pages = await Promise.all(accepted.map((accept) => metrics.exposition(accept)));
    for (const { body } of pages) {
      expect(body).toMatch(/^payments_late_total 1$/m);
      expect(body).toMatch(/^process_cpu_seconds_total \d/m);
    }
    const [, plain] = pages;
    expect(plain?.body).toContain('# TYPE payments_late_total counter');
  });

  it('are in the OpenMetrics format if the scraper accepts it', async () => {
    const { contentType, body } = await createMetrics('1.0.0').exposition(openMetrics);
    expect(contentType).toContain('application/openmetrics-text');
    expect(body).toMatch(/# EOF\n$/);
  });

  it.each(['text/plain', undefined])(
    'are in the text format if the scraper accepts %s',
    async (accept) => {
      const metrics = createMetrics('1.0.0');
      await traced('work', async () =>
        metrics.served(
          { http_request_method: 'GET', http_route: '/', http_response_status_code: '200' },
          0.3,
          0,
          0,
        ),
      );
      const { contentType, body } = await metrics.exposition(accept);
      expect(contentType).toContain('text/plain');
      expect(body).toMatch(/^http_server_request_duration_seconds_count\{.*\} 1$/m);
      expect(body).not.toContain('trace_id');
      expect(body).not.toContain('# EOF');
    },
  );

  it('count a response after exactly 2 s as within 2 s', async () => {
    const metrics = createMetrics('1.0.0');
    const labels = {
      http_request_method: 'GET',
      http_route: '/',
      http_response_status_code: '200',
    };
    metrics.served(labels, 2, 0, 0);
    metrics.served(labels, 2.001, 0, 0);
    const [inTime] = await linesOf(metrics, 'http_server_request_duration_seconds_bucket{le="2",');
    expect(inTime).toMatch(/\} 1$/);
  });
});

describe('an observation', () => {
  const observations = {
    http_server_request_duration_seconds: (metrics: ReturnType<typeof createMetrics>) =>
      metrics.served(
        { http_request_method: 'GET', http_route: '/', http_response_status_code: '200' },
        0.3,
        0,
        0,
      ),
    http_client_request_duration_seconds: (metrics: ReturnType<typeof createMetrics>) =>
      metrics.called(
        {
          http_request_method: 'GET',
          server_address: 'product',
          http_route: '/',
          http_response_status_code: '200',
          error_type: '',
        },
        0.3,
      ),
    db_client_operation_duration_seconds: (metrics: ReturnType<typeof createMetrics>) =>
      metrics.stored(
        {
          db_system_name: 'redis',
          db_namespace: 'cart-data',
          db_operation_name: 'get',
          db_collection_name: 'primary',
          error_type: '',
        },
        0.3,
      ),
  };

  it.each(Object.entries(observations))(
    'of %s has its trace as an exemplar',
    async (name, observe) => {
      const metrics = createMetrics('1.0.0');
      await traced('work', async () => observe(metrics));
      const context = spans()[0]?.spanContext();
      const [bucket] = await linesOf(metrics, `${name}_bucket{le="0.5",`);
      expect(bucket).toContain(
        `} 1 # {trace_id="${context?.traceId}",span_id="${context?.spanId}"} 0.3 `,
      );
    },
  );

  it.each(Object.entries(observations))(
    'of %s has no exemplar of a trace that is not sampled',
    async (name, observe) => {
      const metrics = createMetrics('1.0.0');
      withinUnsampled(() => observe(metrics));
      const [bucket] = await linesOf(metrics, `${name}_bucket{le="0.5",`);
      expect(bucket).toMatch(/\} 1$/);
    },
  );

  it.each(Object.entries(observations))(
    'of %s has no exemplar without a trace',
    async (name, observe) => {
      const metrics = createMetrics('1.0.0');
      observe(metrics);
      const [bucket] = await linesOf(metrics, `${name}_bucket{le="0.5",`);
      expect(bucket).toMatch(/\} 1$/);
    },
  );
});

it('the lag of the event loop is the same for each of two scrapers', async () => {
  const metrics = createMetrics('1.0.0');
  const lag = async () => {
    const [line = ''] = await linesOf(metrics, 'nodejs_eventloop_lag_p99_seconds ');
    return Number(line.split(' ')[1]);
  };
  const block = () => {
    const end = performance.now() + 120;
    while (performance.now() < end);
  };
  // What is blocked once may fall between two measurements.
  const blocked = async () => {
    block();
    return lag();
  };
  await expect.poll(blocked, { interval: 1, timeout: 20_000 }).toBeGreaterThan(0.1);
  expect(await lag()).toBeGreaterThan(0.1);
  expect(await lag()).toBeGreaterThan(0.1);
  expect(await linesOf(metrics, 'nodejs_eventloop_lag_mean_seconds')).toEqual([]);
}, 60_000);

it('log lines are counted by level', async () => {
  const metrics = createMetrics('1.0.0');
  const lines = async (level: string) => {
    const [line = ''] = await linesOf(metrics, `log_lines_total{level="${level}"}`);
    return Number(line.split(' ')[1]);
  };
  const before = [await lines('info'), await lines('error')];
  const log = createLogger({
    service: 'cart',
    version: '1.0.0',
    level: 'info',
    destination: { write: () => undefined },
  });
  log.info({ port: 8080 }, 'service-started');
  log.info({ port: 8081 }, 'service-started');
  log.error({ reason: 'SyntaxError' }, 'service-flags-not-read');
  expect([await lines('info'), await lines('error')]).toEqual([
    (before[0] ?? 0) + 2,
    (before[1] ?? 0) + 1,
  ]);
});
