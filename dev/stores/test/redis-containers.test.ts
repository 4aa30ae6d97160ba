import { mkdir, symlink } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { describe, expect, it, vi } from 'vitest';
import { containerObstacle, findProgram, isPortFree, redisImage, startRedis } from '../src';
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

/** What is found where the machine has neither Redis nor apt. */
const serverWithoutApt = async () => {
  const docker = await findProgram(['docker']);
  await mkdir(scratch.path('only-docker'));
  await symlink(docker ?? '', scratch.path('only-docker/docker'));
  vi.stubEnv('PATH', scratch.path('only-docker'));
  try {
    return await redisServer(() => undefined, { searched: [scratch.path('nowhere')] });
  } finally {
    vi.unstubAllEnvs();
  }
};

describe('Redis in a container', () => {
  it('is used if there is no other Redis, and keeps its data after a stop and a kill', async ({
    skip,
  }) => {
    const obstacle = await containerObstacle(redisImage);
    if (obstacle) {
      // The reporter does not show reasons.
      console.info(`skipped: ${obstacle}`);
      return skip(obstacle);
    }
    const server = await serverWithoutApt();
    const options = { directory: scratch.path('data'), server };
    const store = await startRedis(options);
    try {
      await ask(store.url, (redis) => redis.set('answer', '42'));
      await store.restart();
      expect(await ask(store.url, (redis) => redis.get('answer'))).toBe('42');
      // Of the client only: what it has left is removed by the next start.
      store.kill('SIGKILL');
      await store.exited;
      await store.restart();
      expect(await ask(store.url, (redis) => redis.get('answer'))).toBe('42');
    } finally {
      await store.stop();
    }
    await expect.poll(() => isPortFree(store.port), { timeout: 10_000 }).toBe(true);
  });
});
