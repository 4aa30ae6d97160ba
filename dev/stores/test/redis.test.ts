import { readdir, stat } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { Redis } from 'ioredis';
import { describe, expect, it, vi } from 'vitest';
import { freePort, isPortFree, listenOnFreePort, processIdentity, startRedis } from '../src';
import { redisServer } from '../src/redis/server';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();

const ask = async <Reply>(url: string, question: (redis: Redis) => Promise<Reply>) => {
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

  it('has a user who may only look at statistics', async () => {
    const store = await startRedis({});
    try {
      const url = new URL(store.url);
      Object.assign(url, { username: 'monitor', password: 'monitor' });
      expect(await ask(url.href, (redis) => redis.info('server'))).toContain('redis_version');
      for (const [command = '', ...words] of [
        ['get', 'a'],
        ['set', 'a', '1'],
        ['keys', '*'],
        ['config', 'get', '*'],
        ['flushall'],
        ['client', 'list'],
      ])
        await expect(ask(url.href, (redis) => redis.call(command, ...words))).rejects.toThrow(
          'NOPERM',
        );
    } finally {
      await store.stop();
    }
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

  it('has all written data after kill -9 and a restart', async () => {
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

  it('has a replica that has the data once it is started, and refuses writes', async () => {
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

  it('has a replica that reconnects to its primary after a restart', async () => {
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

  it('has a replica that gives up within seconds on a primary that accepts connections and does not respond', async () => {
    // As the address of a pod that was deleted: Redis by itself waits for a minute.
    const silent = createServer();
    const port = await listenOnFreePort(silent);
    const connected: Socket[] = [];
    silent.on('connection', (socket) => connected.push(socket));
    const replica = await startRedis({});
    try {
      await ask(replica.url, (redis) => redis.replicaof('127.0.0.1', port));
      await expect.poll(() => connected.length, { timeout: 15_000 }).toBeGreaterThan(1);
    } finally {
      await replica.stop();
      for (const socket of connected) socket.destroy();
      silent.close();
    }
  });

  it.each([
    ['refuses writes when it is full', 'noeviction', 'OOM'],
    ['drops what would expire first when it is full', 'volatile-ttl', undefined],
  ] as const)('%s, and has a bound (%s)', async (_what, whenFull, refusal) => {
    const store = await startRedis({ whenFull });
    const redis = new Redis(store.url);
    try {
      expect(await redis.config('GET', 'maxmemory')).toEqual(['maxmemory', String(96 * 2 ** 20)]);
      await redis.set('soon', 'x', 'EX', 60);
      await redis.set('later', 'x', 'EX', 6_000);
      await redis.config('SET', 'maxmemory', '3mb');
      const fill = async () => {
        for (let number = 0; number < 300; number += 1)
          await redis.set(`filler-${number}`, 'x'.repeat(20_000), 'EX', 3_000);
      };
      if (refusal === undefined) await fill();
      else await expect(fill()).rejects.toThrow(refusal);
      expect(await redis.exists('later')).toBe(1);
      expect(await redis.exists('soon')).toBe(refusal === undefined ? 0 : 1);
    } finally {
      redis.disconnect();
      await store.stop();
    }
  });

  it('has files that only its user can read', async () => {
    const directory = scratch.path('private');
    const store = await startRedis({ directory });
    try {
      await ask(store.url, (redis) => redis.set('answer', '42'));
      expect((await stat(directory)).mode & 0o077).toBe(0);
      for (const name of await readdir(directory, { recursive: true }))
        expect((await stat(`${directory}/${name}`)).mode & 0o077, name).toBe(0);
    } finally {
      await store.stop();
    }
  });

  it('rejects with the taken port', async () => {
    const holder = createServer();
    const port = await listenOnFreePort(holder);
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
  it('rejects with the command to type if it is not installed and cannot be fetched', async () => {
    const nowhere = scratch.path('nothing-here');
    vi.stubEnv('PATH', nowhere);
    try {
      await expect(redisServer(() => undefined, { searched: [nowhere] })).rejects.toThrow(
        /^Redis is not installed: type .*redis/,
      );
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
