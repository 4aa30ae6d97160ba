import { randomBytes, randomUUID } from 'node:crypto';
import type { Sample } from '@faultline/evidence';
import type { ReceivedLog, ReceivedSpan } from '@faultline/otlp';
import { expect, it, onTestFinished } from 'vitest';
import { writeBundle } from '../src/bundle/write-bundle';
import { openStore } from './open-store';
import { alertsOf, changesOf, healthOf, metricsOf, sample } from './sources';

/** Five minutes have 5 MB at most. */
const maxBytesPerSecond = 5_000_000 / 300;

/*
 * What `npm start` has written in ten minutes at its default load, as docs/console.md has it: 142,970 spans, 65,564 log
 * records, and 2,250 series. A minute of it is enough, because gzip looks back no further than 32 KB.
 */
const seconds = 60;
const spansPerTrace = 8;
const traces = Math.round((142_970 * seconds) / 600 / spansPerTrace);
const logsPerTrace = (65_564 * seconds) / 600 / traces;
const seriesPerService = Math.round(2_250 / 6);

const services = ['web-gateway', 'api-gateway', 'product', 'session', 'cart', 'payment'] as const;
const routes = [
  '/api/products',
  '/api/cart',
  '/api/categories',
  '/api/orders/:id',
  '/api/checkout',
];

const from = 1_795_700_000_000;
const to = from + seconds * 1_000;

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');
const resourceOf = (service: string) => ({
  'service.name': service,
  'service.namespace': 'faultline',
  'service.version': '1.0.0',
  'service.instance.id': `${service}-1`,
  'deployment.environment.name': 'demo',
});

/** A request through the gateways to a service with two statements: ids, times and addresses are random, as in a shop. */
const traceOf = (number: number): ReceivedSpan[] => {
  const traceId = hex(16);
  const route = routes[number % routes.length] ?? '/api/products';
  const start = from + Math.random() * seconds * 1_000;
  const duration = 2 + 20 * Math.random();
  let parentSpanId = '';
  return Array.from({ length: spansPerTrace }, (_, index): ReceivedSpan => {
    const service = services[Math.floor(index / 2) % services.length] ?? 'product';
    const spanId = hex(8);
    const isStatement = index > 5;
    const began = start + index * 0.3 * Math.random();
    const own: ReceivedSpan = {
      service,
      resource: resourceOf(service),
      traceId,
      spanId,
      parentSpanId,
      name: isStatement ? 'SELECT products' : `GET ${route}`,
      kind: isStatement || index % 2 === 1 ? 'CLIENT' : 'SERVER',
      start: Math.round(began * 1_000) / 1_000,
      end: Math.round((began + duration * (1 - index / 10)) * 1_000) / 1_000,
      attributes: isStatement
        ? {
            'db.system.name': 'postgresql',
            'db.namespace': 'product',
            'db.operation.name': 'SELECT',
            'db.query.text':
              'select id, name, description, category from products where id = any ($1)',
            'server.address': '127.0.0.1',
            'server.port': 8432,
          }
        : {
            'http.request.method': 'GET',
            'url.path': route,
            'http.route': route,
            'client.address': `10.0.${number % 5}.${Math.floor(Math.random() * 250)}`,
            'http.response.status_code': 200,
          },
      events: [],
      links: [],
      status: 'UNSET',
    };
    parentSpanId = spanId;
    return own;
  });
};

/** The lines that services write about a request. */
const logsOf = (spans: readonly ReceivedSpan[]): ReceivedLog[] =>
  spans
    .filter(({ kind }) => kind === 'SERVER')
    .concat(spans.slice(0, 1))
    .slice(0, Math.ceil(logsPerTrace))
    .map(({ service, resource, traceId, spanId, end, name }) => ({
      service,
      resource,
      traceId,
      spanId,
      time: end,
      level: 'info',
      message: 'http-request',
      attributes: {
        requestId: randomUUID(),
        session: hex(8),
        method: 'GET',
        route: name,
        status: 200,
        durationMs: Math.round(Math.random() * 200) / 10,
        requestBytes: 0,
        responseBytes: Math.floor(Math.random() * 4_000),
      },
    }));

/** Counters, of which one in three grows between two scrapes. */
const pageOf = (service: string, number: number): Sample[] =>
  Array.from({ length: seriesPerService }, (_, index) =>
    sample(
      'http_server_request_duration_seconds_bucket',
      index % 3 === 0 ? number * (index + 1) : index,
      {
        service,
        http_route: routes[index % routes.length] ?? '',
        le: String(index / 100),
      },
    ),
  );

it('has at most 5 MB for five minutes of the default load', { timeout: 120_000 }, async () => {
  const live = await openStore();
  onTestFinished(live.close);
  for (let first = 0; first < traces; first += 500) {
    const some = Array.from({ length: Math.min(500, traces - first) }, (_, index) =>
      traceOf(first + index),
    );
    await live.take(some.flat(), some.flatMap(logsOf));
  }
  const metrics = metricsOf(
    services.map((service) => [service, (number) => pageOf(service, number)] as const),
    { from, count: seconds / 2 },
  );
  const bundle = writeBundle(
    {
      store: live.store,
      metrics,
      health: healthOf([]),
      alerts: alertsOf([]),
      changes: changesOf([]),
    },
    { from: from - 1_000, to: to + 1_000 },
    '1.2.3',
  );
  let bytes = 0;
  for await (const chunk of bundle) bytes += chunk.length;
  const { spans, logs } = await live.store.contents();
  expect(spans).toBeGreaterThanOrEqual(14_200);
  expect(logs).toBeGreaterThanOrEqual(6_500);
  expect(bytes / seconds).toBeLessThanOrEqual(maxBytesPerSecond);
});
