import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { consoleRoutes } from '@faultline/contracts/console';
import { readFaults } from '@faultline/faults';
import { id, log, span } from '@faultline/otlp/testing';
import { refused } from '@faultline/service/testing';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openStore, type StoreForTest } from './open-store';
import { faultsFile, startConsole } from './start-console';

let test: StoreForTest;
beforeAll(async () => {
  test = await openStore();
  const now = Date.now();
  await test.take(
    [
      span({
        start: now - 1_000,
        end: now - 900,
        status: 'ERROR',
        attributes: { 'error.type': 'x', 'db.query.text': 'select 1', slow: true, tags: ['a'] },
        events: [{ name: 'exception', time: now - 950, attributes: { 'exception.message': 'no' } }],
      }),
    ],
    [log({ time: now - 950, traceId: id(1), spanId: id(1, 16), attributes: { route: '/cart' } })],
  );
});
afterAll(() => test.close());

const start = async (faults?: Parameters<typeof startConsole>[0]['faults']) =>
  startConsole({ sources: test, ...(faults && { faults }) });

describe('the API', () => {
  it('answers every view as its contract says', async () => {
    const console_ = await start();
    const client = console_.client(consoleRoutes);
    expect(await client.status()).toMatchObject({
      version: '1.2.3',
      shop: false,
      spans: 1,
      logs: 1,
      received: 12,
      dropped: 2,
      refused: 2,
      rejected: 3,
    });
    expect((await client.overview()).components.map(({ state }) => state)).toContain('unknown');
    expect(await client.states()).toMatchObject({ items: [], total: 0, truncated: false });
    for (const by of ['service', 'route', 'product', 'version'] as const)
      expect(await client.red({ query: { by } })).toMatchObject({ truncated: false });
    expect(await client.resources({ params: { component: 'cart' } })).toMatchObject({ charts: [] });
    expect((await client.heatMap()).cells).toMatchObject([{ count: 1, errors: 1, traceId: id(1) }]);
    expect(await client.compare()).toMatchObject({ selected: { compared: 1, total: 1 } });
    expect((await client.errors()).items).toMatchObject([{ message: 'no', type: 'x' }]);
    expect((await client.traces({ query: { q: 'status:error' } })).items).toMatchObject([
      { traceId: id(1), hits: 1 },
    ]);
    expect(await client.trace({ params: { traceId: id(1) } })).toMatchObject({
      spans: [{ attributes: { slow: true, tags: '["a"]' } }],
      logs: [{ attributes: { route: '/cart' } }],
    });
    expect((await client.logs()).items).toMatchObject([{ message: 'http-request' }]);
    expect((await client.logFacets()).service).toEqual([{ value: 'cart', count: 1 }]);
    expect((await client.logSummary()).total).toBe(1);
    expect((await client.changes()).items).toEqual([]);
    expect((await client.alerts()).items).toEqual([]);
    expect(await client.store({ params: { component: 'cart-data' } })).toMatchObject({
      name: 'cart-data',
      problem: expect.stringContaining('cannot be asked'),
      log: { items: [] },
    });
    expect((await client.faults()).total).toBeGreaterThan(10);
  });

  it.each(['traces', 'logs', 'logs/facets', 'heat-map', 'compare'])(
    'says how long a search of %s may be',
    async (view) => {
      const console_ = await start();
      const response = await console_.get(`/api/${view}?q=${'a'.repeat(1_200)}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        code: 'invalid-query',
        detail: expect.stringContaining('more than 500 characters'),
      });
    },
  );

  it('says what is wrong with a request, and where', async () => {
    const console_ = await start();
    const response = await console_.get(
      `/api/traces?q=${encodeURIComponent('service:cart a:/b/')}`,
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid-query', position: 15 });
    for (const [path, status, code] of [
      ['/api/traces?cursor=x', 400, 'invalid-cursor'],
      ...['states', 'errors', 'changes', 'alerts', 'incidents', 'faults', 'logs/summary'].map(
        (list) => [`/api/${list}?cursor=50`, 400, 'invalid-cursor'] as const,
      ),
      ['/api/traces?sort=duration&cursor=1-1', 400, 'invalid-cursor'],
      ['/api/traces?sort=name', 400, 'invalid-request'],
      ['/api/traces?from=2&to=1', 400, 'invalid-request'],
      ['/api/traces?limit=0', 400, 'invalid-request'],
      [`/api/traces/${id(77)}`, 404, 'unknown-trace'],
      ['/api/components/nobody/resources', 404, 'unknown-component'],
      ['/api/stores/cart', 404, 'unknown-component'],
      ['/api/nothing', 404, 'unknown-route'],
    ] as const)
      expect(await refused(console_.get(path))).toMatchObject({ status, code });
    expect(await refused(console_.send('POST', '/api/components/cart/profile'))).toMatchObject({
      status: 404,
      code: 'unknown-component',
    });
  });

  it('keeps a page within 8 KB unless more is asked for, and its pages hold everything once', async () => {
    const many = await openStore();
    onTestFinished(() => many.close());
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    await many.take(
      [],
      numbers.map((time) => log({ time: 1_000 + time, attributes: { text: 'x'.repeat(400) } })),
    );
    const console_ = await startConsole({ sources: many });
    const client = console_.client(consoleRoutes);
    const range = { from: 0, to: 2_000 };
    const times: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.logs({ query: { ...range, ...(cursor && { cursor }) } });
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThanOrEqual(8_000);
      expect(page.total).toBe(60);
      times.push(...page.items.map(({ time }) => time));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(times).toEqual(numbers.map((time) => 1_000 + time).reverse());
    const all = await client.logs({ query: { ...range, limit: 60 } });
    expect(all.items).toHaveLength(60);
  });

  it('is described by a document', async () => {
    const { paths } = Parse(
      Type.Object({ paths: Type.Record(Type.String(), Type.Unknown()) }),
      await (await (await start()).get('/openapi.json')).json(),
    );
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/overview', '/api/traces/{traceId}', '/api/events']),
    );
  });
});

describe('faults', () => {
  it('are switched on and off by the file that the services watch, and noted', async () => {
    const file = await faultsFile();
    const client = (await start({ file })).client(consoleRoutes);
    const card = await client.switchOn({
      params: { key: 'payment' },
      body: { settings: { rate: 10, for: '5m' } },
    });
    expect(card.on?.settings).toEqual({ rate: 10 });
    expect(card.on?.until).toBeGreaterThan(Date.now() + 290_000);
    expect(readFaults(await readFile(file, 'utf8'))).toMatchObject([{ key: 'payment' }]);

    const { items, readOnly } = await client.faults({ query: { limit: 100 } });
    expect(readOnly).toBe(false);
    const found = items.find(({ key }) => key === 'payment');
    expect(found).toMatchObject({
      on: { settings: { rate: 10 } },
      problem: 'payment cannot be asked',
      settings: expect.arrayContaining([
        {
          name: 'rate',
          description: 'Percent of the charges that it hits',
          kind: 'number',
          default: 50,
          minimum: 0.1,
          maximum: 100,
        },
        expect.objectContaining({ name: 'for', kind: 'duration' }),
      ]),
    });
    expect(found?.expect).toContain('alert: `PaymentsFailing`');
    expect((await client.overview()).faultsOn).toBe(1);

    await client.switchOn({ params: { key: 'logLeak' }, body: {} });
    await client.switchOff({ params: { key: 'payment' } });
    expect(readFaults(await readFile(file, 'utf8')).map(({ key }) => key)).toEqual(['logLeak']);
    await client.allOff();
    expect(readFaults(await readFile(file, 'utf8'))).toEqual([]);
    const audit = await readFile(join(dirname(file), 'faults-audit.log'), 'utf8');
    expect(audit.trim().split('\n').slice(0, 3)).toMatchObject([
      expect.stringContaining('"what":"on","key":"payment"'),
      expect.stringContaining('"what":"on","key":"logLeak"'),
      expect.stringContaining('"what":"off","key":"payment"'),
    ]);
  });

  it('are switched off with a restart of their service, which the running shop does', async () => {
    const file = await faultsFile();
    const restarts = join(dirname(file), 'restarts');
    await mkdir(restarts);
    const client = (await start({ file })).client(consoleRoutes);
    await client.switchOn({ params: { key: 'payment' }, body: {} });
    let isOff = false;
    const off = client
      .switchOff({ params: { key: 'payment' }, query: { restart: true } })
      .finally(() => {
        isOff = true;
      });
    await expect.poll(() => readdir(restarts)).toEqual(['payment']);
    expect(readFaults(await readFile(file, 'utf8'))).toEqual([]);
    expect(isOff).toBe(false);
    await rm(join(restarts, 'payment'));
    await off;
    const audit = await readFile(join(dirname(file), 'faults-audit.log'), 'utf8');
    expect(audit).toContain('"what":"heal","key":"payment"');
  });

  it('are refused with the setting that is wrong', async () => {
    const console_ = await start({ file: await faultsFile() });
    const on = (key: string, settings: object) =>
      refused(console_.send('PUT', `/api/faults/${key}`, { settings }));
    expect(await on('payment', { rate: 101 })).toEqual({
      status: 400,
      code: 'invalid-setting',
      fields: ['settings.rate'],
    });
    expect(await on('nothing', {})).toMatchObject({ status: 404, code: 'unknown-fault' });
  });

  it('are only shown when they are set elsewhere, or there is no shop', async () => {
    const readOnly = await start({ file: await faultsFile(), readOnly: true });
    expect(await readOnly.client(consoleRoutes).faults()).toMatchObject({ readOnly: true });
    for (const [console_, code] of [
      [readOnly, 'faults-are-read-only'],
      [await start(), 'no-shop'],
    ] as const) {
      expect(await refused(console_.send('PUT', '/api/faults/payment', {}))).toMatchObject({
        status: 409,
        code,
      });
      expect(await refused(console_.send('DELETE', '/api/faults'))).toMatchObject({ code });
    }
  });
});
