import { Redis } from 'ioredis';

/** Runs `work` on a connection of its own, as an operator would; rejects if the server is down. */
export const onServer = async (
  url: string,
  work: (redis: Redis) => Promise<void>,
): Promise<void> => {
  const redis = new Redis(url, {
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  // The reason why the server cannot be reached; the rejected command does not contain it.
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
