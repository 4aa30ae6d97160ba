import type { Logger } from '@faultline/telemetry';
import { Redis } from 'ioredis';
import { needsNewConnection } from './redis-errors';

const longestPause = 1000;

/**
 * A connection that is tried again for ever, at most a second apart. While it is down, commands
 * fail at once instead of queueing: a shopper waits for a response, not for a store to come back.
 */
export const openRedis = (name: string, url: string, log: Logger): Redis => {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 1000,
    commandTimeout: 2000,
    // A peer that hangs is a peer that is down: what comes next fails at once, not after 2 s each.
    socketTimeout: 2000,
    keepAlive: 5000,
    // How long a server that is loading its data is left alone.
    maxLoadingRetryTime: 500,
    // A server that became a replica keeps its connections: the address may lead elsewhere by now.
    reconnectOnError: needsNewConnection,
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 5), longestPause),
  });
  let lost = false;
  redis.on('ready', () => {
    if (lost) log.info({ store: name }, 'redis-connection-restored');
    lost = false;
  });
  // ioredis reports every failed attempt; one line an outage says as much.
  redis.on('error', (error) => {
    if (!lost) log.error({ store: name, reason: error.message }, 'redis-connection-lost');
    lost = true;
  });
  return redis;
};
