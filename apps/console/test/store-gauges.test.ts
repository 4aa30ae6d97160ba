import { type Store, withPostgres } from '@faultline/stores';
import { createMetrics } from '@faultline/telemetry';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { startStoreGauges } from '../src/stores/store-gauges';
import { connectTo } from './connect';

let store: Store;
beforeAll(async () => {
  store = await withPostgres();
});
afterAll(() => store?.stop());

const connect = () => connectTo(store.url);

it('tells how many connections are used, and how many statements wait for a lock', async () => {
  const metrics = createMetrics('1.0.0');
  const gauges = startStoreGauges([{ name: 'product-data', url: store.url }], metrics);
  onTestFinished(gauges.close);
  const read = async (metric: string): Promise<number | undefined> => {
    const { body } = await metrics.exposition(undefined);
    const line = body.split('\n').find((each) => each.startsWith(`${metric}{`));
    return line === undefined ? undefined : Number(line.split(' ')[1]);
  };
  // Of 60 connections: its own.
  await expect.poll(() => read('postgres_connections_used_ratio')).toBeCloseTo(1 / 60);
  expect(await read('postgres_lock_waiters')).toBe(0);

  const [holder, waiter] = [await connect(), await connect()];
  await holder.query('create table items (id int primary key)');
  await holder.query('begin');
  await holder.query('lock table items');
  const waiting = waiter.query('select count(*) from items');
  await expect.poll(() => read('postgres_lock_waiters')).toBe(1);
  expect(await read('postgres_connections_used_ratio')).toBeCloseTo(3 / 60);
  await holder.query('rollback');
  await waiting;
  await expect.poll(() => read('postgres_lock_waiters')).toBe(0);
});

it('says nothing of a server that cannot be asked, and ends', async () => {
  const metrics = createMetrics('1.0.0');
  const gauges = startStoreGauges(
    [{ name: 'product-data', url: 'postgres://monitor:monitor@127.0.0.1:1/none' }],
    metrics,
  );
  await gauges.close();
  const { body } = await metrics.exposition(undefined);
  expect(body).not.toContain('postgres_lock_waiters{');
});
