import type { PostgresDetail, RedisDetail } from '@faultline/contracts/console';
import { log } from '@faultline/otlp/testing';
import { freePort, type Store, withPostgres, withRedisPair } from '@faultline/stores';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { postgresDetail } from '../src/stores/postgres-detail';
import { redisDetail } from '../src/stores/redis-detail';
import { storeDetail } from '../src/stores/store-detail';
import { connectTo } from './connect';
import { openStore } from './open-store';

/** The URL of a store for who may only look. */
const monitored = (url: string): string =>
  Object.assign(new URL(url), { username: 'monitor', password: 'monitor' }).href;

describe('PostgreSQL', () => {
  let store: Store;
  beforeAll(async () => {
    store = await withPostgres();
  });
  afterAll(() => store.stop());

  const connect = () => connectTo(store.url);

  it('tells its connections, its statements, and who waits for whom', async () => {
    const [holder, waiter] = [await connect(), await connect()];
    await holder.query('create table items (id int primary key)');
    await holder.query('begin');
    await holder.query('lock table items');
    const waiting = waiter.query('select count(*) from items');
    let found: PostgresDetail | undefined;
    await expect
      .poll(async () => {
        found = await postgresDetail(store.url);
        return found.locks.length;
      })
      .toBe(1);
    expect(found?.locks[0]).toMatchObject({
      user: 'test',
      statement: 'select count(*) from items',
      blockerUser: 'test',
      blockerStatement: 'lock table items',
      blockerState: 'idle in transaction',
    });
    expect(found?.maxConnections).toBe(60);
    expect(found?.sharedBuffers).toBeGreaterThan(1e6);
    expect(found?.size).toBeGreaterThan(1e6);
    expect(found?.hitShare).toBeGreaterThan(0.5);
    expect(found?.replicas).toEqual([]);
    expect(found?.connections).toEqual(
      expect.arrayContaining([
        { state: 'active', count: 1 },
        { state: 'idle in transaction', count: 1 },
      ]),
    );
    expect(found?.statements.map(({ statement }) => statement)).toContain('lock table items');
    await holder.query('rollback');
    await waiting;
  });

  it('can be asked by the role that only looks when it has no connection left', async () => {
    const held: Client[] = [];
    onTestFinished(async () => {
      await Promise.all(held.map((client) => client.end()));
    });
    const url = monitored(store.url);
    const takeAll = async () => {
      for (;;) {
        const client = new Client({ connectionString: store.url });
        client.on('error', () => undefined);
        await client.connect();
        held.push(client);
      }
    };
    await expect(takeAll()).rejects.toMatchObject({ code: '53300' });
    await expect(postgresDetail(store.url)).rejects.toMatchObject({ code: '53300' });
    const { connections, statements } = await postgresDetail(url);
    expect(connections).toEqual([{ state: 'idle', count: held.length }]);
    expect(held.length).toBeGreaterThan(40);
    expect(statements.length).toBeGreaterThan(0);
    const looker = new Client({ connectionString: url });
    await looker.connect();
    await expect(looker.query('create table mine (id int)')).rejects.toThrow('permission denied');
    await looker.end();
  });

  it('cannot be asked by nobody, and its log is shown nevertheless', async () => {
    const test = await openStore();
    onTestFinished(() => test.close());
    await test.take(
      [],
      [
        log({
          service: 'product-data',
          time: Date.now() - 1_000,
          message: 'FATAL: too many clients',
        }),
      ],
    );
    const full = new URL(store.url);
    full.username = 'nobody-known';
    const detail = await storeDetail(test.store, () => full.href, 'product-data');
    expect(detail).toMatchObject({
      name: 'product-data',
      problem: expect.stringContaining('nobody-known'),
      log: { items: [{ message: 'FATAL: too many clients' }] },
    });
    expect(detail).not.toHaveProperty('detail');
    const now = Date.now();
    const before = { from: now - 20_000, to: now - 10_000 };
    const then = await storeDetail(test.store, () => full.href, 'product-data', before);
    expect(then.log.items).toEqual([]);
    const nobody = `postgresql://test:test@127.0.0.1:${await freePort()}/test`;
    expect(await storeDetail(test.store, () => nobody, 'payment-data')).toMatchObject({
      problem: expect.stringContaining('ECONNREFUSED'),
    });
  });
});

it('Redis tells its memory, its commands and how far its replicas are behind', async () => {
  const pair = await withRedisPair();
  onTestFinished(() => pair.stop());
  const client = new Redis(pair.primary.url);
  onTestFinished(() => client.disconnect());
  await client.mset('a', 1, 'b', 2);
  let found: RedisDetail | undefined;
  await expect
    .poll(async () => {
      found = await redisDetail(monitored(pair.primary.url));
      return found.replicas.map(({ state, lagBytes }) => ({ state, caughtUp: lagBytes === 0 }));
    })
    .toEqual([{ state: 'online', caughtUp: true }]);
  expect(found).toMatchObject({ engine: 'redis', role: 'master', keys: 2 });
  expect(found?.memory).toBeGreaterThan(100_000);
  expect(found?.connections).toBeGreaterThan(1);
  const [blocked, subscribed] = [client.duplicate(), client.duplicate()];
  onTestFinished(() => {
    for (const each of [blocked, subscribed]) each.disconnect();
  });
  blocked.blpop('nothing', 0).catch(() => undefined);
  await subscribed.subscribe('news');
  await expect
    .poll(async () => {
      const { blocked: waiting, subscribed: listening = 1 } = await redisDetail(pair.primary.url);
      return [waiting, listening];
    })
    .toEqual([1, 1]);
  expect(found?.commands).toContainEqual(expect.objectContaining({ command: 'mset', calls: 1 }));
  expect(await redisDetail(monitored(pair.replica.url))).toMatchObject({ role: 'slave', keys: 2 });
  await expect(redisDetail(`redis://127.0.0.1:${await freePort()}`)).rejects.toThrow();
});
