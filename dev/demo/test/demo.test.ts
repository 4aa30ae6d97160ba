import { readdir, stat } from 'node:fs/promises';
import { isPortFree, processIdentity } from '@faultline/stores';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Demo } from '../src/demo';
import { memoryOf } from '../src/memory';
import { fixtureDemo } from './fixture-demo';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();
let demo: Demo;

beforeAll(async () => {
  demo = await fixtureDemo(scratch('demo'));
  await demo.start();
});

afterAll(() => demo.stop());

describe('a demo', () => {
  it('has all its components up once it is started', () => {
    expect(demo.components.map(({ name }) => [name, demo.process(name).state])).toEqual(
      ['product-data', 'cart-data', 'cart-data-replica', 'inner', 'outer'].map((name) => [
        name,
        'up',
      ]),
    );
    expect(() => demo.process('nobody')).toThrow('no component nobody');
  });

  it('lets no other user read what it writes', async () => {
    const logs = await readdir(scratch('demo/logs'));
    expect(logs).toHaveLength(5);
    for (const path of ['logs', 'restarts', 'lock', ...logs.map((name) => `logs/${name}`)])
      expect((await stat(scratch(`demo/${path}`))).mode & 0o077, path).toBe(0);
    // Root's PostgreSQL runs as another account, which passes through.
    for (const path of ['.', 'stores'])
      expect((await stat(scratch(`demo/${path}`))).mode & 0o066, path).toBe(0);
  });

  it('measures the memory of its processes', async (context) => {
    if (process.platform !== 'linux') return context.skip('only Linux tells');
    const store = demo.process('cart-data').pid ?? 0;
    const bytes = await memoryOf([store]);
    expect(bytes).toBeGreaterThan(1e6);
    expect(bytes).toBeLessThan(50e6);
  });

  it.each(['product-data', 'cart-data', 'cart-data-replica', 'inner', 'outer'])(
    'brings %s back after kill -9',
    async (name) => {
      const { pid = 0, restarts } = demo.process(name);
      process.kill(pid, 'SIGKILL');
      await expect
        .poll(() => demo.process(name), { timeout: 10_000 })
        .toMatchObject({ state: 'up', restarts: restarts + 1 });
      expect(demo.process(name).pid).not.toBe(pid);
    },
  );

  it('stops each component before its dependencies and leaves nothing behind', async () => {
    const ports = demo.components.flatMap((component) => component.ports);
    const pids = demo.components.map(({ name }) => demo.process(name).pid ?? 0);
    const order: string[] = [];
    demo.on('change', (name) => {
      if (demo.process(name).state === 'stopped') order.push(name);
    });
    await demo.stop();
    expect(order.slice(0, 2)).toEqual(['outer', 'inner']);
    expect(order.indexOf('cart-data-replica')).toBeLessThan(order.indexOf('cart-data'));
    expect(order).toHaveLength(5);
    expect(await Promise.all(pids.map(processIdentity))).toEqual(pids.map(() => undefined));
    expect(await Promise.all(ports.map(isPortFree))).toEqual(ports.map(() => true));
    expect((await readdir(scratch('demo'))).toSorted()).toEqual(['logs', 'restarts', 'stores']);
  });
});
