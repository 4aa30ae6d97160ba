import { type StoreProcess, startRedis } from '@faultline/stores';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceForTest } from '../src/testing';
import { eventually } from './fixture';
import { movingAddress } from './moving-address';
import { startShelf } from './shelf-service';

let store: StoreProcess;
let other: StoreProcess;

beforeEach(async () => {
  store = await startRedis({});
  other = await startRedis({ replicaOf: store.url });
});
afterEach(async () => {
  await other.stop();
  await store.stop();
});

const asOperator = async <T>({ url }: { url: string }, work: (redis: Redis) => Promise<T>) => {
  const redis = new Redis(url, { retryStrategy: () => null });
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
};

const serve = async (url: string): Promise<ServiceForTest> => {
  const service = await startShelf(url);
  await eventually(service.ready).toBe(200);
  await eventually(async () => (await service.send('PUT', '/values/milk')).status).toBe(200);
  return service;
};

const resultOf = async (response: Promise<Response>) => {
  const { status, headers } = await response;
  const body: unknown = await (await response).json();
  const code = body instanceof Object && 'code' in body ? body.code : undefined;
  return { status, code, retryAfter: headers.get('retry-after') };
};
const unavailable = { status: 503, code: 'shelf-data-unavailable', retryAfter: '1' };

/** Each way to write: a command, a transaction, a script. */
const writes = ['/values/milk', '/both/milk', '/script/milk'];

const refusesEveryWrite = async (service: ServiceForTest): Promise<void> => {
  for (const path of writes)
    expect(await resultOf(service.send('PUT', path)), path).toEqual(unavailable);
};

const acceptsEveryWrite = async (service: ServiceForTest): Promise<void> => {
  for (const path of writes) expect((await service.send('PUT', path)).status, path).toBe(200);
};

const failed = async (service: ServiceForTest, operation: string, type: string) =>
  service.sample(
    `db_client_operation_duration_seconds_count{db_system_name="redis",db_namespace="shelf-data",db_operation_name="${operation}",db_collection_name="",error_type="${type}"}`,
  );

describe('a service whose Redis became a replica', () => {
  const failOver = async () => {
    await asOperator(other, (redis) => redis.replicaof('NO', 'ONE'));
    await asOperator(store, (redis) => redis.replicaof('127.0.0.1', other.port));
  };

  it('responds with 503 and is not ready, and writes to the new primary once the address leads there', async () => {
    const address = await movingAddress(store);
    const service = await serve(`redis://127.0.0.1:${address.port}`);
    await failOver();
    await refusesEveryWrite(service);
    await eventually(service.ready).toBe(503);
    await eventually(service.health).toEqual({
      status: 503,
      states: { cart: 'OK', 'shelf-data': 'ERROR' },
    });
    expect(await service.sample('redis_writable{db_namespace="shelf-data"}')).toBe(0);
    await eventually(() => service.logged('redis-writes-refused')).toMatchObject([
      { store: 'shelf-data', reason: 'READONLY' },
    ]);

    address.moveTo(other);
    await eventually(() => resultOf(service.send('PUT', '/values/milk'))).toMatchObject({
      status: 200,
    });
    await eventually(service.ready).toBe(200);
    await acceptsEveryWrite(service);
    expect(await service.health()).toMatchObject({ status: 200 });
    expect(await asOperator(other, (redis) => redis.get('milk'))).toBe('kept');
    expect(service.logged('redis-writes-accepted')).toHaveLength(1);
  });

  it('finds the new primary also when nobody writes', async () => {
    const address = await movingAddress(store);
    const service = await serve(`redis://127.0.0.1:${address.port}`);
    address.moveTo(other);
    await failOver();
    const clients = () =>
      asOperator(other, async (redis) => String(await redis.client('LIST', 'TYPE', 'NORMAL')));
    await eventually(clients).toContain('cmd=lpushx');
    await eventually(service.ready).toBe(200);
  });

  it('reads nothing from a server that is no primary any more', async () => {
    const service = await serve(store.url);
    await failOver();
    await eventually(service.ready).toBe(503);
    await eventually(() => resultOf(service.get('/values/milk'))).toEqual(unavailable);
  });
});

describe('a service whose Redis is full', () => {
  it('responds with 503 to writes, and still reads', async () => {
    const service = await serve(store.url);
    await asOperator(store, (redis) => redis.config('SET', 'maxmemory', '1'));
    await refusesEveryWrite(service);
    expect(await failed(service, 'SET', 'OOM')).toBe(1);
    expect(await failed(service, 'MULTI', 'OOM')).toBe(1);
    expect(await (await service.get('/values/milk')).json()).toEqual({ value: 'kept' });
    await eventually(service.ready).toBe(503);
    expect((await service.health()).states).toMatchObject({ 'shelf-data': 'ERROR' });
    await asOperator(store, (redis) => redis.config('SET', 'maxmemory', '0'));
    await acceptsEveryWrite(service);
    await eventually(service.ready).toBe(200);
  });
});

describe('a service whose Redis refuses to write', () => {
  it.each([
    ['has too few replicas', ['CONFIG', 'SET', 'min-replicas-to-write', '2'], 'NOREPLICAS'],
    ['gives no right to write', ['ACL', 'SETUSER', 'default', '-@write'], 'NOPERM'],
  ] as const)(
    'responds with 503 and logs the reason if it %s',
    async (_, [command, ...words], type) => {
      const service = await serve(store.url);
      await asOperator(store, (redis) => redis.call(command, [...words]));
      await refusesEveryWrite(service);
      expect(await failed(service, 'MULTI', type)).toBe(1);
      await eventually(service.ready).toBe(503);
      expect((await service.health()).states).toMatchObject({ 'shelf-data': 'ERROR' });
    },
  );

  it('because its user may not push to the probe says which right is missing', async () => {
    await asOperator(store, (redis) =>
      redis.call('ACL', 'SETUSER', 'shelf', 'on', '>right', '~milk', '+@all'),
    );
    const service = await startShelf(`redis://shelf:right@127.0.0.1:${store.port}`);
    await eventually(() => service.logged('redis-rights-missing')).toMatchObject([
      { level: 'error', store: 'shelf-data', missing: 'LPUSHX on the key shelf-data:probe' },
    ]);
    expect(await service.ready()).toBe(503);
    await asOperator(store, (redis) => redis.call('ACL', 'SETUSER', 'shelf', '~shelf-data:probe'));
    await eventually(service.ready).toBe(200);
    expect(service.logged('redis-rights-given')).toHaveLength(1);
  });

  it('responds with 503 until a script that does not end is killed', async () => {
    const service = await serve(store.url);
    await asOperator(store, async (redis) => {
      await redis.config('SET', 'busy-reply-threshold', '1');
      await asOperator(store, async (another) => {
        const endless = another.eval('while true do end', 0).catch(() => undefined);
        await eventually(() => resultOf(service.send('PUT', '/values/milk'))).toEqual(unavailable);
        await redis.call('SCRIPT', 'KILL');
        await endless;
      });
    });
    await eventually(service.ready).toBe(200);
    await acceptsEveryWrite(service);
  });
});

describe('a service whose Redis is loading its data', () => {
  it('responds with 503 meanwhile, and recovers afterwards', async () => {
    const source = await startRedis({});
    const service = await serve(store.url);
    await asOperator(source, async (redis) => {
      const pipeline = redis.pipeline();
      for (let key = 0; key < 4000; key += 1) pipeline.set(`key-${key}`, 'x'.repeat(200));
      await pipeline.exec();
    });
    await asOperator(store, async (redis) => {
      // Microseconds a key.
      await redis.config('SET', 'key-load-delay', '500');
      await redis.config('SET', 'loading-process-events-interval-bytes', '1024');
      await redis.replicaof('127.0.0.1', source.port);
      await eventually(() => redis.info('persistence')).toContain('\nloading:1');
      await refusesEveryWrite(service);
      expect(await resultOf(service.get('/values/milk'))).toEqual(unavailable);
      await redis.config('SET', 'key-load-delay', '0');
      await eventually(() => redis.info('persistence')).toContain('\nloading:0');
      await redis.replicaof('NO', 'ONE');
    });
    await eventually(service.ready).toBe(200);
    await acceptsEveryWrite(service);
    await source.stop();
  });
});

describe('a service that Redis does not let in', () => {
  it.each([
    ['for a wrong password', (port: number) => `redis://:wrong@127.0.0.1:${port}`],
    ['without a password', (port: number) => `redis://127.0.0.1:${port}`],
  ])('responds with 503, and recovers when it is allowed: %s', async (_, urlOf) => {
    await asOperator(store, (redis) => redis.config('SET', 'requirepass', 'right'));
    const service = await startShelf(urlOf(store.port));
    await eventually(() => service.logged('redis-connection-lost')).toHaveLength(1);
    await refusesEveryWrite(service);
    expect(await service.ready()).toBe(503);
    expect((await service.health()).states).toMatchObject({ 'shelf-data': 'ERROR' });
    const password = urlOf(store.port).includes('wrong') ? 'wrong' : '';
    await asOperator({ url: `redis://:right@127.0.0.1:${store.port}` }, (redis) =>
      redis.config('SET', 'requirepass', password),
    );
    await eventually(service.ready).toBe(200);
    await acceptsEveryWrite(service);
  });

  it('responds with 503 if there are too many clients, and recovers afterwards', async () => {
    await asOperator(store, async (redis) => {
      await redis.config('SET', 'maxclients', '1');
      const service = await startShelf(store.url);
      await eventually(() => service.logged('redis-connection-lost')).toHaveLength(1);
      await refusesEveryWrite(service);
      expect(await service.ready()).toBe(503);
      await redis.config('SET', 'maxclients', '100');
      await eventually(service.ready).toBe(200);
      await acceptsEveryWrite(service);
    });
  });
});
