import { createServer } from 'node:net';
import { Redis } from 'ioredis';
import { describe, expect, it, vi } from 'vitest';
import { freePort, isPortFree, processIdentity, startRedis } from '../src';
import { redisExecutable } from '../src/redis/executable';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();

const ask = async <Answer>(url: string, question: (redis: Redis) => Promise<Answer>) => {
  const redis = new Redis(url);
  try {
    return await question(redis);
  } finally {
    redis.disconnect();
  }
};

describe('an embedded Redis', () => {
  it('leaves no process, port or directory behind', async () => {
    const before = await scratch.entries();
    const store = await startRedis({});
    const { pid, port } = store;
    expect(await isPortFree(port)).toBe(false);
    await store.stop();
    expect(await processIdentity(pid)).toBeUndefined();
    expect(await isPortFree(port)).toBe(true);
    expect(await scratch.entries()).toEqual(before);
  });

  it('keeps its data when it is started again on the same port', async () => {
    const directory = scratch.path('kept');
    const port = await freePort();
    const first = await startRedis({ directory, port });
    await ask(first.url, (redis) => redis.set('answer', '42'));
    await first.stop();
    const second = await startRedis({ directory, port });
    try {
      expect(await ask(second.url, (redis) => redis.get('answer'))).toBe('42');
    } finally {
      await second.stop();
    }
  });

  it('comes back after kill -9 with what was written', async () => {
    const store = await startRedis({ directory: scratch.path('killed') });
    try {
      await ask(store.url, (redis) => redis.set('answer', '42'));
      const { exited } = store;
      store.kill('SIGKILL');
      expect(await exited).toEqual({ code: null, signal: 'SIGKILL' });
      await store.restart();
      expect(await ask(store.url, (redis) => redis.get('answer'))).toBe('42');
    } finally {
      await store.stop();
    }
  });

  it('has a replica that holds the data as soon as it is started, and takes no writes', async () => {
    const primary = await startRedis({});
    await ask(primary.url, (redis) => redis.set('answer', '42'));
    const replica = await startRedis({ replicaOf: primary.url });
    try {
      expect(await ask(replica.url, (redis) => redis.get('answer'))).toBe('42');
      await expect(ask(replica.url, (redis) => redis.set('answer', '43'))).rejects.toThrow(
        'READONLY',
      );
      await ask(primary.url, (redis) => redis.set('later', 'too'));
      await expect.poll(() => ask(replica.url, (redis) => redis.get('later'))).toBe('too');
    } finally {
      await replica.stop();
      await primary.stop();
    }
  });

  it('has a replica that finds its primary again after a restart', async () => {
    const primary = await startRedis({ directory: scratch.path('primary') });
    const replica = await startRedis({ replicaOf: primary.url });
    try {
      await primary.restart();
      await ask(primary.url, (redis) => redis.set('answer', '42'));
      await expect
        .poll(() => ask(replica.url, (redis) => redis.get('answer')), { timeout: 10_000 })
        .toBe('42');
    } finally {
      await replica.stop();
      await primary.stop();
    }
  });

  it('names the port that is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const address = holder.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    try {
      await expect(startRedis({ port })).rejects.toMatchObject({
        code: 'PORT_TAKEN',
        message: `Redis cannot use port ${port}: it is taken`,
      });
    } finally {
      holder.close();
    }
  });
});

describe('finding Redis', () => {
  it('names the command to type when it is not installed and cannot be fetched', async () => {
    const nowhere = scratch.path('nothing-here');
    vi.stubEnv('PATH', nowhere);
    try {
      await expect(redisExecutable(() => undefined, { searched: [nowhere] })).rejects.toThrow(
        /^Redis is not installed: type .*redis/,
      );
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
