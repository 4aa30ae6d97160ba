import { bundlePath, consoleRoutes } from '@faultline/contracts/console';
import { id, span } from '@faultline/otlp/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type StoreForTest } from './open-store';
import { healthOf } from './sources';
import { faultsFile, startConsole } from './start-console';

const from = 1_000_000;
const to = from + 60_000;

let live: StoreForTest;

beforeAll(async () => {
  live = await openStore();
  await live.take([span({ traceId: id(7), start: from + 10, end: from + 20 })]);
});

afterAll(() => live.close());

/** A console that watches a shop, and one that does not. */
const startBoth = async () => {
  const health = healthOf([
    { at: from + 5, component: 'cart', state: 'red', since: from + 5, reasons: [] },
  ]);
  const [shop, alone] = [
    await startConsole({
      sources: { store: live.store, health },
      faults: { file: await faultsFile() },
    }),
    await startConsole({ sources: { store: live.store } }),
  ];
  return { shop, alone };
};

const open = (url: string, body: Uint8Array, type = 'application/gzip') =>
  fetch(`${url}${bundlePath}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(body),
  });

const bundleOf = async (url: string): Promise<Response> =>
  fetch(`${url}${bundlePath}?from=${from}&to=${to}`);

describe('bundles over HTTP', () => {
  it('are written by one console and shown by another', async () => {
    const { shop, alone } = await startBoth();
    const response = await bundleOf(shop.url);
    expect(response.status, response.ok ? '' : await response.clone().text()).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/gzip');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="faultline-1970-01-01T00-16-40.jsonl.gz"',
    );
    const opened = await open(alone.url, new Uint8Array(await response.arrayBuffer()));
    expect(await opened.json()).toEqual({ from, to });
    const client = alone.client(consoleRoutes);
    expect(await client.status()).toMatchObject({ shop: false, bundle: { from, to }, spans: 1 });
    const { components, indicators } = await client.overview({ query: { at: to } });
    expect(indicators).not.toHaveProperty('openIncidents');
    expect(components).toContainEqual(expect.objectContaining({ name: 'cart', state: 'red' }));
    expect(await client.trace({ params: { traceId: id(7) } })).toMatchObject({ totalSpans: 1 });
  });

  it('may be opened one after the other', async () => {
    const { shop, alone } = await startBoth();
    const body = new Uint8Array(await (await bundleOf(shop.url)).arrayBuffer());
    for (const _ of [1, 2]) expect((await open(alone.url, body)).status).toBe(200);
    expect(await alone.client(consoleRoutes).status()).toMatchObject({ spans: 1 });
  });

  it('are not opened by a console that watches a shop', async () => {
    const { shop } = await startBoth();
    const response = await open(shop.url, new Uint8Array());
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'watches-a-shop' });
  });

  it('are refused with the reason when they are none, and what was shown stays', async () => {
    const { alone } = await startBoth();
    const response = await open(alone.url, Buffer.from('hello'));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'no-bundle',
      detail: expect.stringMatching(/^This is no bundle. It cannot be unpacked: /),
    });
    expect(await alone.client(consoleRoutes).status()).not.toHaveProperty('bundle');
    expect((await open(alone.url, Buffer.from('{}'), 'application/json')).status).toBe(400);
    expect((await open(alone.url, Buffer.from('x'), 'image/png')).status).toBe(415);
  });

  it('say which time is wrong', async () => {
    const { shop } = await startBoth();
    const response = await fetch(`${shop.url}${bundlePath}?from=soon`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ field: 'from' }] });
  });
});
