import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineService } from '@faultline/service';
import { startForTest } from '@faultline/service/testing';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type MetricSource, startMetricSource } from '../src/metrics/metric-source';
import { scratchDirectory } from './scratch';

const cartService = defineService({
  name: 'cart',
  config: Type.Object({}),
  build: async () => undefined,
});

let cart: Awaited<ReturnType<typeof startForTest>>;
beforeAll(async () => {
  cart = await startForTest(cartService);
});
afterAll(() => cart.stop());

const start = async (directory: string, saveEvery = 15_000) => {
  const unusable: string[] = [];
  const source = await startMetricSource({
    services: [{ name: 'cart', url: cart.url, adminUrl: cart.adminUrl }],
    directory,
    ownPage: async () => 'probe_success{probe="cart"} 1\n',
    unusable: (file, reason) => unusable.push(`${file}: ${reason}`),
    every: 50,
    saveEvery,
  });
  onTestFinished(source.close);
  return { source, unusable };
};

const readings = (source: MetricSource) =>
  source
    .window('cart', 0)
    .series('process_start_time_seconds')
    .flatMap(({ values }) => values.filter((value) => !Number.isNaN(value)));

describe('the metrics of the console', () => {
  it('are those of the services, and its own', async () => {
    const { source } = await start(scratchDirectory());
    await expect.poll(() => readings(source).length).toBeGreaterThan(1);
    await expect
      .poll(() => source.window('console', 0).series('probe_success', { probe: 'cart' }).length)
      .toBe(1);
    expect(source.keptSince()).toBeLessThanOrEqual(Date.now());
  });

  it('are there again after a stop, with a gap between', async () => {
    const directory = scratchDirectory();
    const { source } = await start(directory);
    await expect.poll(() => readings(source).length).toBeGreaterThan(1);
    await source.close();
    const before = source.window('cart', 0).times;
    const { source: again, unusable } = await start(directory);
    expect(unusable).toEqual([]);
    const { times, readable } = again.window('cart', 0);
    expect(times.slice(0, before.length)).toEqual(before);
    expect(readable[before.length]).toBe(false);
    expect(readings(again)).toEqual(readings(source));
    await expect.poll(() => readings(again).length).toBeGreaterThan(readings(source).length);
    expect(unusable).toEqual([]);
  });

  it('are saved from time to time, for an end without warning', async () => {
    const directory = scratchDirectory();
    const { source } = await start(directory, 100);
    await expect.poll(() => existsSync(join(directory, 'cart.metrics'))).toBe(true);
    // The other source has not been closed.
    const { source: again } = await start(directory);
    expect(again.window('cart', 0).times[0]).toBe(source.window('cart', 0).times[0]);
  });

  it.each<[string, string, (file: string) => void]>([
    ['damaged', 'it is damaged', (file) => truncateSync(file, readFileSync(file).length - 1)],
    ['of another kind', 'it is no file of metrics', (file) => writeFileSync(file, 'hello')],
    [
      'of a newer version',
      'it has version 2, and this console reads 1',
      (file) => {
        const bytes = readFileSync(file);
        bytes.writeUInt32LE(2, 4);
        writeFileSync(file, bytes);
      },
    ],
  ])('begin anew with a reason when their file is %s', async (_name, reason, spoil) => {
    const directory = scratchDirectory();
    const { source } = await start(directory);
    await expect.poll(() => readings(source).length).toBeGreaterThan(0);
    await source.close();
    const file = join(directory, 'cart.metrics');
    spoil(file);
    const { source: again, unusable } = await start(directory);
    expect(unusable).toEqual([`${file}: ${reason}`]);
    await expect.poll(() => readings(again).length).toBeGreaterThan(0);
    await again.close();
    expect(readdirSync(directory).sort()).toEqual(['cart.metrics', 'console.metrics']);
  });
});
