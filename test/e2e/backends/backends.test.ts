import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { goodCard } from '@faultline/contracts/testing';
import { prometheusRules } from '@faultline/dashboards';
import { alertNames, componentUnhealthy } from '@faultline/slo';
import { type ServiceName, serviceNames, storeNames } from '@faultline/topology';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Jaeger, startJaeger } from '../src/backends/jaeger';
import { type Loki, startLoki } from '../src/backends/loki';
import { eachService, type Prometheus, startPrometheus } from '../src/backends/prometheus';
import { Customer } from '../src/customer';
import { startShop } from '../src/start-shop';

let shop: Awaited<ReturnType<typeof startShop>>;
let prometheus: Prometheus;
let loki: Loki;
let jaeger: Jaeger;

const soon = { timeout: 20_000, interval: 250 };

beforeAll(async () => {
  loki = await startLoki();
  jaeger = await startJaeger();
  shop = await startShop({ collector: { traces: jaeger.tracesUrl, logs: loki.logsUrl } });
  prometheus = await startPrometheus({
    jobs: eachService(
      Object.fromEntries(serviceNames.map((name) => [name, shop.demo.adminUrl(name)])),
    ),
    rules: prometheusRules(60),
  });
});

afterAll(async () => {
  for (const each of [shop, prometheus, loki, jaeger]) await each?.stop();
});

/** A purchase, so that every service has something to tell; answers with the trace of its checkout. */
const buy = async (): Promise<string> => {
  const shopper = new Customer(shop.demo.url('web-gateway'));
  const [product] = (await shopper.products({ size: 1 })).body.items;
  await shopper.put(product?.id ?? '', 1);
  await expect.poll(async () => (await shopper.cart()).body.items.length, soon).toBe(1);
  const response = await shopper.send('POST', '/api/checkout', {
    body: { email: 'ada@example.test', card: goodCard, cart: shopper.shown },
    headers: { 'idempotency-key': randomUUID() },
  });
  expect(response.status).toBe(201);
  const requestId = response.headers.get('x-request-id') ?? '';
  const lines = () => loki.query(`{service_name="web-gateway"} | requestId="${requestId}"`);
  await expect.poll(async () => (await lines()).length, soon).toBe(1);
  return (await lines())[0]?.labels.trace_id ?? '';
};

/** What promtool has to say of a service's metrics; nothing when all is well. */
const promtool = async (service: ServiceName): Promise<string> => {
  const page = await fetch(`${shop.demo.adminUrl(service)}/metrics`, {
    headers: { accept: 'text/plain' },
  });
  const { stdout, stderr, error } = spawnSync('promtool', ['check', 'metrics'], {
    input: await page.text(),
    encoding: 'utf8',
  });
  return error ? String(error) : stdout + stderr;
};

describe('Prometheus', () => {
  it.each(serviceNames)('finds nothing to mend in the metrics of %s', async (service) => {
    await buy();
    expect(await promtool(service)).toBe('');
  });

  it('evaluates every rule, and finds the shop well', async () => {
    const errors = () => prometheus.ruleErrors();
    const ofMetrics = alertNames.filter((name) => name !== 'CardNumberLogged');
    for (const name of [...ofMetrics, componentUnhealthy])
      await expect.poll(async () => (await errors())[name], soon).toBe('');
    const components = () => prometheus.query(`count by (component) (${componentUnhealthy})`);
    const all = serviceNames.length + storeNames.length;
    await expect.poll(async () => (await components()).length, soon).toBe(all);
    // What was not there yet at the start may still be missed for a moment.
    const wrong = `ALERTS{alertstate="firing",priority=~"page|ticket"} or ${componentUnhealthy} == 1`;
    await expect.poll(() => prometheus.query(wrong), soon).toEqual([]);
  });

  it('scrapes every service, without a warning', async () => {
    await expect
      .poll(async () => (await prometheus.targets()).map(({ health }) => health), soon)
      .toEqual(serviceNames.map(() => 'up'));
    await buy();
    const served = async () =>
      (await prometheus.query('sum by (service_name) (http_server_request_duration_seconds_count)'))
        .map(({ metric }) => metric.service_name)
        .sort();
    await expect.poll(served, soon).toEqual([...serviceNames].sort());
    expect((await prometheus.targets()).map(({ lastError }) => lastError).join('')).toBe('');
    expect(prometheus.words()).not.toMatch(/level=(WARN|ERROR)/i);
  });

  it('leads from an exemplar to the trace and to its log lines', async () => {
    await buy();
    const charge = 'http_server_request_duration_seconds_bucket{http_route="/charges"}';
    await expect.poll(() => prometheus.exemplars(charge), soon).not.toEqual([]);
    const [traceId = ''] = await prometheus.exemplars(charge);
    await expect.poll(() => jaeger.trace(traceId), soon).not.toEqual([]);
    const lines = () => loki.query(`{service_name="payment"} | trace_id="${traceId}"`);
    await expect
      .poll(async () => (await lines()).map(({ text }) => text), soon)
      .toContain('http-request');
  });
});

describe('Loki', () => {
  it('has the lines of every service, with their fields', async () => {
    const traceId = await buy();
    for (const service of ['web-gateway', 'api-gateway', 'cart', 'payment']) {
      const lines = () =>
        loki.query(`{service_name="${service}"} | trace_id="${traceId}" |= "http-request"`);
      await expect.poll(async () => (await lines()).length, soon).toBeGreaterThan(0);
      const [line] = await lines();
      expect(line?.labels).toMatchObject({ severity_text: 'info', route: expect.any(String) });
    }
  });

  it.each(storeNames)('has the log of %s', async (store) => {
    const lines = () => loki.query(`{service_name="${store}"} |~ "(?i)ready to accept"`);
    await expect.poll(async () => (await lines()).length, soon).toBeGreaterThan(0);
  });

  it('takes all of it without a warning', () => {
    const refusals = loki
      .words()
      .split('\n')
      .filter((line) => /push|otlp|reject/i.test(line));
    expect(refusals).toEqual([]);
  });
});

describe('the trace backend', () => {
  it('has a checkout as one trace through every service that it touches', async () => {
    const traceId = await buy();
    const services = async () =>
      new Set((await jaeger.trace(traceId)).map(({ service }) => service));
    await expect.poll(services, soon).toEqual(new Set(serviceNames));
  });
});

it('nothing was lost on the way', async () => {
  const lost = await prometheus.query('sum(telemetry_export_items_total{outcome!="exported"})');
  expect(lost.map(({ value }) => value)).toEqual([0]);
});
