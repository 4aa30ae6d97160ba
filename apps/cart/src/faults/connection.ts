import { Redis } from 'ioredis';

/** Runs work on a connection of its own, as an operator would; a server that is away ends it. */
export const onServer = async (
  url: string,
  work: (redis: Redis) => Promise<void>,
): Promise<void> => {
  const redis = new Redis(url, { retryStrategy: () => null, maxRetriesPerRequest: 0 });
  redis.on('error', () => undefined);
  try {
    await work(redis);
  } finally {
    redis.disconnect();
  }
};
