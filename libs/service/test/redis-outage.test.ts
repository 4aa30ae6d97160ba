import { freePort, type StoreProcess, startRedis } from '@faultline/stores';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceForTest } from '../src/testing';
import { eventually } from './fixture';
import { startShelf } from './shelf-service';

let primary: StoreProcess;
let replica: StoreProcess;
let service: ServiceForTest;

beforeEach(async () => {
  primary = await startRedis({});
  replica = await startRedis({ replicaOf: primary.url });
  service = await startShelf(primary.url, replica.url);
  await eventually(service.health).toMatchObject({ status: 200 });
  await service.send('PUT', '/values/milk');
  await eventually(read).toEqual({ status: 200, value: 'kept' });
});
afterEach(async () => {
  await replica.stop();
  await primary.stop();
});

const crash = async (store: StoreProcess): Promise<void> => {
  store.kill('SIGKILL');
  await store.exited;
};

const read = async () => {
  const response = await service.get('/values/milk');
  const body: unknown = await response.json();
  return { status: response.status, ...(body instanceof Object && body) };
};
const kept = { status: 200, value: 'kept' };
const unavailable = { status: 503, code: 'shelf-data-unavailable' };

const write = async (path = '/values/milk') => {
  const response = await service.send('PUT', path);
  const body: unknown = await response.json();
  return { status: response.status, ...(body instanceof Object && body) };
};

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const asOther = async <T>({ url }: StoreProcess, work: (redis: Redis) => Promise<T>) => {
  const redis = new Redis(url);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
};

/** How many reads the replica has served. */
const readsOfReplica = async (): Promise<number> => {
  const statistics = await asOther(replica, (redis) => redis.info('commandstats'));
  return Number(/cmdstat_get:calls=(\d+)/.exec(statistics)?.[1] ?? 0);
};

/** The lines of a store's client list that hold a text. */
const connectionsOf = async (store: StoreProcess, text: string): Promise<string> => {
  const list = String(await asOther(store, (redis) => redis.call('CLIENT', 'LIST')));
  return list
    .split('\n')
    .filter((line) => line.includes(text))
    .join('\n');
};

const eventuallyReadsFromReplica = async (): Promise<void> => {
  const before = await readsOfReplica();
  await eventually(async () => {
    expect(await read()).toMatchObject({ status: 200 });
    return readsOfReplica();
  }).toBeGreaterThan(before);
};

const outagesLogged = (store: string) => ({
  lost: service.logged('redis-connection-lost').filter((line) => line.store === store).length,
  restored: service.logged('redis-connection-restored').filter((line) => line.store === store)
    .length,
});

describe('a service whose Redis replica is stopped', () => {
  it('reads from the primary meanwhile, and from the replica afterwards', async () => {
    await crash(replica);
    for (let times = 0; times < 5; times += 1) expect(await read()).toMatchObject(kept);
    await eventually(service.health).toEqual({
      status: 503,
      states: { cart: 'OK', 'shelf-data': 'OK', 'shelf-data-replica': 'ERROR' },
    });
    expect(await service.ready()).toBe(200);
    expect(await write()).toMatchObject({ status: 200 });
    await eventually(() => outagesLogged('shelf-data-replica')).toEqual({ lost: 1, restored: 0 });

    await replica.restart();
    await eventually(service.health).toMatchObject({ status: 200 });
    await eventuallyReadsFromReplica();
    expect(outagesLogged('shelf-data-replica')).toEqual({ lost: 1, restored: 1 });
    expect(outagesLogged('shelf-data')).toEqual({ lost: 0, restored: 0 });
  });
});

describe('a service whose Redis replica is frozen', () => {
  it('notices once, reads from the primary meanwhile, and from the replica afterwards', async () => {
    await replica.pause();
    expect(await took(async () => expect(await read()).toMatchObject(kept))).toBeLessThan(4000);
    expect(await took(async () => expect(await read()).toMatchObject(kept))).toBeLessThan(1500);
    expect((await service.health()).states).toMatchObject({
      'shelf-data': 'OK',
      'shelf-data-replica': expect.stringMatching(/^(ERROR|TIMEOUT)$/),
    });
    await eventually(() => outagesLogged('shelf-data-replica')).toEqual({ lost: 1, restored: 0 });

    await replica.resume();
    await eventuallyReadsFromReplica();
    expect(outagesLogged('shelf-data-replica')).toEqual({ lost: 1, restored: 1 });
  });
});

describe('a service whose Redis primary is stopped', () => {
  it('refuses writes at once, reads on from the replica, and writes afterwards', async () => {
    await crash(primary);
    expect(await took(async () => expect(await write()).toMatchObject(unavailable))).toBeLessThan(
      1500,
    );
    expect((await service.send('PUT', '/values/milk')).headers.get('retry-after')).toBe('1');
    const reads = await readsOfReplica();
    expect(await read()).toMatchObject(kept);
    expect(await readsOfReplica()).toBe(reads + 1);
    await eventually(service.health).toEqual({
      status: 503,
      states: { cart: 'OK', 'shelf-data': 'ERROR', 'shelf-data-replica': 'ERROR' },
    });
    expect(await service.ready()).toBe(503);
    await eventually(() => outagesLogged('shelf-data')).toEqual({ lost: 1, restored: 0 });

    await primary.restart();
    await eventually(service.ready).toBe(200);
    expect(await write()).toMatchObject({ status: 200 });
    expect(outagesLogged('shelf-data')).toEqual({ lost: 1, restored: 1 });
  });

  it('refuses reads too when the replica is stopped as well', async () => {
    await crash(primary);
    await crash(replica);
    expect(await read()).toMatchObject(unavailable);
    await primary.restart();
    await eventually(read).toMatchObject({ status: 200 });
  });

  it('fails what was in flight with 503', async () => {
    const inFlight = [service.get('/next')];
    const connection = () => connectionsOf(primary, 'cmd=blpop');
    await eventually(connection).toMatch(/qbuf=0 /);
    // Redis reads a command of a connection that is blocked, but does not run it.
    inFlight.push(service.send('PUT', '/values/milk'), service.send('PUT', '/both/milk'));
    await eventually(connection).toMatch(/multi=-1 .*qbuf=[1-9]/);
    await crash(primary);
    const responses = await Promise.all(inFlight);
    expect(responses.map(({ status }) => status)).toEqual([503, 503, 503]);
    await primary.restart();
    await eventually(() => write('/both/milk')).toMatchObject({ status: 200 });
  });
});

describe('a service whose Redis primary is frozen', () => {
  it('refuses the first writes in time and the next at once, and writes afterwards', async () => {
    await primary.pause();
    expect(await took(async () => expect(await write()).toMatchObject(unavailable))).toBeLessThan(
      4000,
    );
    expect(await took(async () => expect(await write()).toMatchObject(unavailable))).toBeLessThan(
      1500,
    );
    expect(await service.ready()).toBe(503);
    await primary.resume();
    await eventually(write).toMatchObject({ status: 200 });
    expect(outagesLogged('shelf-data')).toEqual({ lost: 1, restored: 1 });
  });
});

describe('a service whose Redis is not there when it starts', () => {
  it('is ready once Redis is', async () => {
    const port = await freePort();
    const early = await startShelf(`redis://127.0.0.1:${port}`);
    expect(await early.ready()).toBe(503);
    expect((await early.send('PUT', '/values/milk')).status).toBe(503);
    const late = await startRedis({ port });
    await eventually(early.ready).toBe(200);
    expect((await early.send('PUT', '/values/milk')).status).toBe(200);
    await early.stop();
    await late.stop();
  });
});
