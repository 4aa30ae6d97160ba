import { randomUUID } from 'node:crypto';
import type { Demo } from '@faultline/demo';
import { journeys, startLoad } from '@faultline/load';
import { serviceNames, storeNames } from '@faultline/topology';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Customer } from '../src/customer';
import { readBooks } from '../src/ledger';
import { startShop } from '../src/start-shop';

/** Every victim dies within the load's thirty seconds. */
const pauseMs = 30_000 / (serviceNames.length + storeNames.length);

const resolutionSeconds = 60;

let shop: { demo: Demo; stop(): Promise<void> };

beforeAll(async () => {
  shop = await startShop({
    environment: { payment: { PROVIDER_TIMEOUT_MS: '2000', RECONCILE_AFTER_MS: '4000' } },
  });
});
afterAll(() => shop?.stop());

const allUp = () =>
  vi.waitFor(
    () => {
      const down = shop.demo.components.filter(
        ({ name }) => shop.demo.process(name).state !== 'up',
      );
      expect(down.map(({ name }) => name)).toEqual([]);
    },
    { timeout: 60_000, interval: 200 },
  );

const kill = (name: string) => {
  const { pid } = shop.demo.process(name);
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
};

/** Kills one part after the other, each when its time has come, while `meanwhile` goes on. */
const killAll = (names: readonly string[]): Promise<void> =>
  new Promise((resolve) => {
    const left = [...names];
    const timer = setInterval(() => {
      const name = left.shift();
      if (name) return kill(name);
      clearInterval(timer);
      resolve();
    }, pauseMs);
  });

/** Buys again and again as a patient shopper does, and remembers every order he was promised. */
const startBuying = () => {
  const orders: string[] = [];
  let stopped = false;
  const buyOnce = async () => {
    const shopper = new Customer(shop.demo.url('web-gateway'));
    const [product] = (await shopper.products({ size: 1 })).body.items;
    await shopper.put(product?.id ?? '', 1);
    const { status, body } = await shopper.checkout(randomUUID());
    if (status === 201) orders.push(body.orderId);
  };
  const run = async () => {
    while (!stopped) await buyOnce().catch(() => undefined);
  };
  const running = Promise.all([run(), run()]);
  return {
    orders,
    stop: async () => {
      stopped = true;
      await running;
      return orders;
    },
  };
};

describe('a shop whose every process and store is killed under load', { timeout: 240_000 }, () => {
  let promised: string[] = [];

  beforeAll(async () => {
    const load = startLoad({ url: shop.demo.url('web-gateway'), rate: 5, thinkScale: 0.1 });
    const buying = startBuying();
    await killAll([...serviceNames, ...storeNames]);
    // However long the parts are away on a busy machine: enough to compare.
    await vi.waitUntil(() => buying.orders.length > 20, { timeout: 120_000 });
    promised = await buying.stop();
    const { totals } = await load.stop(10);
    expect(totals.started).toBeGreaterThan(100);
    expect(totals.succeeded).toBeGreaterThan(0);
    await allUp();
  });

  it('has restarted each of them', () => {
    const restarts = [...serviceNames, ...storeNames].map(
      (name) => shop.demo.process(name).restarts,
    );
    for (const count of restarts) expect(count).toBeGreaterThanOrEqual(1);
  });

  it.each(journeys)('serves the journey "$name" again, without help', async (journey) => {
    const load = startLoad({
      url: shop.demo.url('web-gateway'),
      // What is served again, and not how much of it: it has just started.
      rate: 5,
      thinkScale: 0,
      journeys: [journey],
    });
    await expect.poll(() => load.snapshot().totals.started, { timeout: 30_000 }).toBeGreaterThan(5);
    const { totals, failures } = await load.stop(30);
    expect(failures).toEqual([]);
    expect(totals.succeeded).toBe(totals.started);
  });

  it('has lost no charge and made none twice', async () => {
    const pending = async () => {
      const { ledger } = await readBooks(shop.demo.storeUrl('payment-data'));
      return ledger.filter(({ state }) => state === 'pending').length;
    };
    await expect.poll(pending, { timeout: resolutionSeconds * 1000, interval: 500 }).toBe(0);

    const { ledger, provider } = await readBooks(shop.demo.storeUrl('payment-data'));
    const charged = ledger.filter(({ state }) => state === 'succeeded');
    const taken = provider.filter(({ declined }) => !declined);
    const byKey = (rows: { key: string; amount: number }[]) =>
      new Map(rows.map(({ key, amount }) => [key, amount]));
    expect(byKey(charged)).toEqual(byKey(taken));
    expect(charged).toHaveLength(taken.length);
    expect(charged.length).toBeGreaterThanOrEqual(promised.length);

    const known = new Set(charged.map(({ orderId }) => orderId));
    expect(promised.filter((orderId) => !known.has(orderId))).toEqual([]);
  });
});
