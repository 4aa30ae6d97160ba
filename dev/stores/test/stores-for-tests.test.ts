import { Redis } from 'ioredis';
import { Client } from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  containerObstacle,
  postgresImage,
  redisImage,
  withPostgres,
  withRedis,
  withRedisPair,
} from '../src';

afterEach(() => vi.unstubAllEnvs());

/** The same checks whatever the stores run in: tests of services rely on no difference. */
const keepsDataOverRestarts = async () => {
  const postgres = await withPostgres();
  const rows = async (sql: string) => {
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    try {
      return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
    } finally {
      await client.end();
    }
  };
  try {
    await rows('CREATE EXTENSION pg_trgm');
    await rows(`CREATE TABLE kept AS SELECT 'b' AS letter UNION SELECT 'C' UNION SELECT 'a'`);
    await postgres.restart();
    // PostgreSQL sorts by code point, on every system.
    expect(await rows('SELECT letter FROM kept ORDER BY letter')).toEqual(['C', 'a', 'b']);
    expect(await rows('SHOW is_superuser')).toEqual(['off']);
  } finally {
    await postgres.stop();
  }
};

const replicates = async () => {
  const pair = await withRedisPair();
  const primary = new Redis(pair.primary.url);
  const replica = new Redis(pair.replica.url);
  try {
    await primary.set('answer', '42');
    await expect.poll(() => replica.get('answer'), { timeout: 10_000 }).toBe('42');
  } finally {
    primary.disconnect();
    replica.disconnect();
    await pair.stop();
  }
};

const freezes = async () => {
  const store = await withRedis();
  const redis = new Redis(store.url);
  try {
    await redis.ping();
    await store.pause();
    const impatient = new Redis(store.url, { commandTimeout: 300, retryStrategy: () => null });
    // The error is the one that the command rejects with.
    impatient.on('error', () => undefined);
    await expect(impatient.ping()).rejects.toThrow('timed out');
    impatient.disconnect();
    await store.resume();
    expect(await redis.ping()).toBe('PONG');
  } finally {
    redis.disconnect();
    await store.stop();
  }
};

describe('stores for tests as processes', () => {
  const embedded = (check: () => Promise<void>) => async () => {
    vi.stubEnv('STORES', 'embedded');
    await check();
  };
  it('keep the data of PostgreSQL after a restart', embedded(keepsDataOverRestarts));
  it('replicate in Redis', embedded(replicates));
  it('can be paused and resumed', embedded(freezes));
});

describe('stores for tests in containers', () => {
  const contained =
    (image: string, check: () => Promise<void>) =>
    async ({ skip }: { skip: (reason: string) => never }) => {
      const obstacle = await containerObstacle(image);
      if (obstacle) {
        // The reporter does not show reasons.
        console.info(`skipped: ${obstacle}`);
        return skip(obstacle);
      }
      vi.stubEnv('STORES', 'containers');
      await check();
    };
  it(
    'keep the data of PostgreSQL after a restart',
    contained(postgresImage, keepsDataOverRestarts),
  );
  it('replicate in Redis', contained(redisImage, replicates));
  it('can be paused and resumed', contained(redisImage, freezes));
});

it('refuses an unknown value of STORES', async () => {
  vi.stubEnv('STORES', 'memory');
  await expect(withRedis()).rejects.toThrow('STORES is memory, and must be');
});
