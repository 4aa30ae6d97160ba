import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Load, type LoadOptions, startLoad } from '../src';
import { status } from './fixture/changes';
import { openShop, type Shop } from './fixture/shop';

describe('the load', () => {
  let shop: Shop;
  let load: Load | undefined;

  beforeEach(async () => {
    shop = await openShop();
  });

  afterEach(async () => {
    await load?.stop(0);
    await shop.close();
  });

  const start = (options: Omit<LoadOptions, 'url'>): Load => {
    load = startLoad({ url: shop.url, thinkScale: 0, seed: 1, ...options });
    return load;
  };

  const until = (condition: () => boolean) =>
    vi.waitUntil(condition, { interval: 10, timeout: 20_000 });

  it('keeps starting shoppers when the shop stops responding', async () => {
    shop.hold();
    const { snapshot } = start({ rate: 50, spacing: 'constant' });
    await until(() => snapshot().totals.started >= 50);
    expect(snapshot()).toMatchObject({ totals: { succeeded: 0, failed: 0, dropped: 0 } });
    expect(snapshot().running).toBe(snapshot().totals.started);
  });

  it('drops the shoppers who would be too many at once', async () => {
    shop.hold();
    const { snapshot } = start({ rate: 200, maxRunning: 5 });
    await until(() => snapshot().totals.dropped >= 20);
    expect(snapshot()).toMatchObject({ running: 5, totals: { started: 5 } });
    const dropped = Object.values(snapshot().journeys).reduce((sum, each) => sum + each.dropped, 0);
    expect(dropped).toBe(snapshot().totals.dropped);
  });

  it('counts journeys and requests', async () => {
    const { snapshot, stop } = start({ rate: 100 });
    await until(() => snapshot().totals.succeeded >= 60);
    const { totals, journeys, requests, latency, ...rest } = await stop();
    expect(totals).toMatchObject({ succeeded: totals.started, failed: 0, dropped: 0, cut: 0 });
    expect(Object.keys(journeys)).toHaveLength(6);
    expect(requests.checkout?.['2xx']).toBe(journeys.buy?.succeeded);
    expect(requests['checkout-declined']?.['4xx']).toBe(journeys.getDeclined?.succeeded);
    expect(rest).toMatchObject({ running: 0, failureRatio: 0, failures: [] });
    expect(rest.journeysPerSecond).toBeGreaterThan(0);
    expect(latency.p95).toBeGreaterThan(0);
    expect(shop.seen).toHaveLength(
      Object.values(requests)
        .flatMap(Object.values)
        .reduce((sum, count) => sum + count, 0),
    );
  });

  it('says why journeys failed, with the last request id', async () => {
    shop.alter('categories', status(500));
    const { snapshot } = start({ rate: 100 });
    await until(() => snapshot().totals.failed >= 20);
    expect(snapshot().failureRatio).toBeGreaterThan(0.5);
    expect(snapshot().requests.categories?.['5xx']).toBeGreaterThanOrEqual(20);
    expect(snapshot().failures[0]).toMatchObject({
      reason: 'categories responds with 200',
      last: {
        error: expect.stringContaining('responded with 500'),
        requestId: expect.stringMatching(/^request-\d+$/),
      },
    });
  });

  it('counts requests without a response while the shop is down, and recovers with it', async () => {
    const release = shop.hold();
    const { snapshot } = start({ rate: 100, requestTimeoutSeconds: 0.1 });
    await until(() => snapshot().totals.failed >= 5);
    expect(snapshot().failures[0]?.reason).toBe('no response (TimeoutError)');
    release();
    await until(() => snapshot().totals.succeeded >= 5);
  });

  it('lets running journeys finish', async () => {
    const release = shop.hold();
    const { snapshot, stop } = start({ rate: 100, thinkScale: 100 });
    await until(() => snapshot().running >= 5);
    const stopped = stop(20);
    release();
    const { totals, running } = await stopped;
    expect(running).toBe(0);
    expect(totals).toMatchObject({ succeeded: totals.started, cut: 0 });
  });

  it('cuts the journeys that do not finish in time', async () => {
    shop.hold();
    const { snapshot, stop } = start({ rate: 100 });
    await until(() => snapshot().running >= 5);
    const { totals, running } = await stop(0.1);
    expect(running).toBe(0);
    expect(totals).toMatchObject({ cut: totals.started, failed: 0 });
    expect(await stop()).toMatchObject({ totals });
  });

  it.each([
    [{ rate: 0 }, 'rate'],
    [{ maxRunning: 0.5 }, 'maxRunning'],
    [{ thinkScale: Number.NaN }, 'thinkScale'],
    [{ url: 'localhost:8080' }, 'url'],
    [{ url: 'http://localhost:8080/shop' }, 'url'],
  ])('refuses %j', (options, name) => {
    expect(() => startLoad({ url: shop.url, ...options })).toThrow(name);
  });
});
