import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
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
  it('names the command to type when it is not installed', async () => {
    await expect(redisExecutable(() => undefined, [scratch.path('nothing-here')])).rejects.toThrow(
      /^Redis is not installed: type .*redis/,
    );
  });

  it('takes Valkey where there is no Redis', async () => {
    const directory = scratch.path('valkey');
    await mkdir(directory);
    await writeFile(join(directory, 'valkey-server'), '#!/bin/sh\n');
    await chmod(join(directory, 'valkey-server'), 0o755);
    expect(await redisExecutable(() => undefined, [directory])).toBe(
      join(directory, 'valkey-server'),
    );
  });

  it('is installed by apt-get for root, which is told in one line', async (context) => {
    if (process.getuid?.() !== 0) return context.skip('only root may install packages');
    const directory = scratch.path('apt');
    await mkdir(directory);
    // Stands in for the package manager: a test should not change the machine it runs on.
    const apt = join(directory, 'apt-get');
    const server = join(directory, 'redis-server');
    await writeFile(apt, `#!/bin/sh\n[ "$1" = install ] && cp "$0" ${server}\nexit 0\n`);
    await chmod(apt, 0o755);
    const notices: string[] = [];
    expect(await redisExecutable((line) => void notices.push(line), [directory])).toBe(server);
    expect(notices).toEqual(['Redis is not installed: running apt-get install -y redis-server']);
  });
});
