import { type RedisPair, type Store, withRedisPair } from '@faultline/stores';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './fixture';
import { startShelf } from './shelf-service';

let pair: RedisPair;

beforeAll(async () => {
  pair = await withRedisPair();
});
afterAll(() => pair.stop());

const serve = async () => {
  const service = await startShelf(pair.primary.url, pair.replica.url);
  await eventually(service.health).toMatchObject({ status: 200 });
  return service;
};

/** How often a store was sent a command since it started, and by whom. */
const calls = async ({ url }: Store, command: string): Promise<number> => {
  const redis = new Redis(url);
  try {
    const statistics = await redis.info('commandstats');
    return Number(new RegExp(`cmdstat_${command}:calls=(\\d+)`).exec(statistics)?.[1] ?? 0);
  } finally {
    redis.disconnect();
  }
};

describe('a service with a Redis primary and a replica', () => {
  it('writes to the primary and reads from the replica', async () => {
    const service = await serve();
    const written = await calls(pair.primary, 'set');
    const read = await calls(pair.replica, 'get');
    const readFromPrimary = await calls(pair.primary, 'get');
    for (const name of ['milk', 'tea']) await service.send('PUT', `/values/${name}`);
    await eventually(async () => (await service.get('/values/tea')).text()).toContain('kept');
    expect(await calls(pair.primary, 'set')).toBe(written + 2);
    expect(await calls(pair.replica, 'get')).toBeGreaterThan(read);
    expect(await calls(pair.primary, 'get')).toBe(readFromPrimary);
  });

  it('has an entry for each in its health', async () => {
    const service = await serve();
    expect(await service.health()).toEqual({
      status: 200,
      states: { cart: 'OK', 'shelf-data': 'OK', 'shelf-data-replica': 'OK' },
    });
  });

  it('measures its commands by operation, for each of them', async () => {
    const service = await serve();
    await service.send('PUT', '/both/milk');
    const count = (store: string, operation: string) =>
      service.sample(
        `db_client_operation_duration_seconds_count{db_system_name="redis",db_namespace="${store}",db_operation_name="${operation}",db_collection_name="",error_type=""}`,
      );
    expect(await count('shelf-data', 'MULTI')).toBe(1);
    await eventually(async () => {
      await service.get('/values/milk');
      return count('shelf-data-replica', 'GET');
    }).toBe(1);
    expect(await service.sample('redis_connected{db_namespace="shelf-data"}')).toBe(1);
    expect(await service.sample('redis_connected{db_namespace="shelf-data-replica"}')).toBe(1);
  });

  it('measures how far the replica is behind, also when it follows nobody any more', async () => {
    const service = await serve();
    const lag = () => service.sample('redis_replica_lag_bytes{db_namespace="shelf-data-replica"}');
    await eventually(lag).toBe(0);
    const replica = new Redis(pair.replica.url);
    const followed = await replica.info('replication');
    const [, host = ''] = /^master_host:(\S+)/m.exec(followed) ?? [];
    const [, port = ''] = /^master_port:(\d+)/m.exec(followed) ?? [];
    try {
      await replica.replicaof('NO', 'ONE');
      await service.send('PUT', '/values/milk');
      await eventually(lag).toBeGreaterThan(0);
    } finally {
      await replica.replicaof(host, Number(port));
      replica.disconnect();
    }
    await eventually(lag).toBe(0);
  });

  it('responds with 500 to a command that Redis refuses, and logs none of its arguments', async () => {
    const service = await serve();
    const response = await service.get('/wrong/hunter2');
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ code: 'internal-error' });
    expect(service.logged('http-request-failed')).toMatchObject([
      { err: { message: expect.stringContaining('not an integer') } },
    ]);
    expect(JSON.stringify(service.lines)).not.toContain('hunter2');
  });

  it('leaves no connection behind when it stops', async () => {
    const clients = async () => {
      const redis = new Redis(pair.primary.url);
      const list = String(await redis.call('CLIENT', 'LIST', 'TYPE', 'normal'));
      redis.disconnect();
      return list.trim().split('\n').length;
    };
    const service = await serve();
    expect(await clients()).toBe(2);
    await service.stop();
    await eventually(clients).toBe(1);
  });
});
