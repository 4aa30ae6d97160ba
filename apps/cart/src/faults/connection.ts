import { Redis } from 'ioredis';

/** Runs work on a connection of its own, as an operator would; a server that is away ends it. */
export const onServer = async (
  url: string,
  work: (redis: Redis) => Promise<void>,
): Promise<void> => {
  const redis = new Redis(url, {
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  // A server that is away says so here, and a command only that it was given up.
  let reason: Error | undefined;
  redis.on('error', (error) => {
    reason = error;
  });
  try {
    await work(redis);
  } catch (error) {
    throw reason ?? error;
  } finally {
    redis.disconnect();
  }
};
