import { consoleRoutes } from '@faultline/contracts/console';
import { id, log, span } from '@faultline/otlp/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textOf } from '../src/mcp/tool-response';
import { incident, shortIncident } from '../src/views/incidents';
import { setUp } from './incidents-for-test';
import { openStore, type StoreForTest } from './open-store';
import { changesOf, healthOf } from './sources';
import { startConsole } from './start-console';

const long = `begin ${'日'.repeat(20_000)}`;
const many = Object.fromEntries(
  Array.from({ length: 300 }, (_, index) => [`key.${index}`, `value ${index}`]),
);
const now = Date.now();
let test: StoreForTest;

beforeAll(async () => {
  test = await openStore();
  const spans = Array.from({ length: 20 }, (_, index) =>
    span({
      traceId: id(1),
      spanId: id(index + 1, 16),
      name: `GET ${long}`,
      start: now - 5_000 + index,
      end: now - 4_000,
      status: index % 2 === 0 ? 'ERROR' : 'UNSET',
      attributes: {
        ...many,
        [long]: long,
        'app.product.id': long,
        odd: index % 2 === 0 ? long : 'no',
      },
      events: Array.from({ length: 20 }, () => ({
        name: 'exception',
        time: now - 4_500,
        attributes: { 'exception.message': long },
      })),
    }),
  );
  const record = { time: now - 4_000, level: 'error', message: long, traceId: id(1) };
  await test.take(spans, [log({ ...record, attributes: { ...many, long } })]);
});
afterAll(() => test.close());

it.each([
  '/api/logs',
  '/api/logs/facets',
  '/api/logs/summary',
  '/api/errors',
  '/api/compare',
  '/api/traces',
  `/api/traces/${id(1)}`,
  '/api/red?by=product',
])('%s keeps to 8 KB with texts of any length, and says how long they are', async (path) => {
  const console_ = await startConsole({ sources: test });
  const text = await (await console_.get(path)).text();
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(8_000);
  expect(text).toMatch(/… \(20,0\d\d characters\)/);
});

it('has all of a value where entries are asked for', async () => {
  const client = (await startConsole({ sources: test })).client(consoleRoutes);
  const { differences } = await client.compare({ query: { limit: 50 } });
  expect(differences.find(({ key }) => key === 'odd')).toMatchObject({ value: long });
  expect((await client.logs({ query: { limit: 1 } })).items[0]?.attributes).toMatchObject({ long });
});

it('shows the last alerts of an incident of very many, and says how many there are', async () => {
  const { incidents, fire } = setUp();
  for (let number = 1; number <= 200; number += 1)
    fire('payment', {
      subject: `payment-${number}`,
      summary: `alert ${number}`,
      since: now + number,
    });
  const console_ = await startConsole({ sources: { ...test, incidents } });
  for (const path of ['/api/incidents', '/api/incidents/1']) {
    const text = await (await console_.get(path)).text();
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(8_000);
    expect(text).toContain('"totalAlerts":200');
  }
  const { items } = await console_.client(consoleRoutes).incidents();
  expect(items[0]?.alerts.at(-1)?.summary).toBe('alert 200');
  const whole = incident({ health: healthOf([]), changes: changesOf([]), incidents }, 1);
  expect(shortIncident(whole, 0)).toMatchObject({ incident: { alerts: [] }, timeline: [] });
});

it('tells an agent of an entry of any length in 8 KB', () => {
  const text = textOf({
    total: 2,
    logs: [{ attributes: many }],
    items: [{ attributes: { ...many, long } }],
  });
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(8_000);
  expect(JSON.parse(text)).toMatchObject({
    shown: 1,
    items: [{ attributes: { 'key.0': 'value 0', '…': expect.stringMatching(/^\d+ more$/) } }],
  });
});
