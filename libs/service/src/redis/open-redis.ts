import type { Logger } from '@faultline/telemetry';
import { Redis } from 'ioredis';
import { needsNewConnection } from './redis-errors';

const longestPause = 1000;

/**
 * Opens a connection that reconnects forever, with pauses of at most a second. While it is down, commands
 * fail at once instead of queueing, because shoppers should not wait until the store is up again.
 */
export const openRedis = (name: string, url: string, log: Logger): Redis => {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 1000,
    commandTimeout: 2000,
    // After one timeout the connection counts as down, so that the next commands fail at once.
    socketTimeout: 2000,
    keepAlive: 5000,
    // The pause before a server that loads its data is tried again.
    maxLoadingRetryTime: 500,
    // Reconnects, because a server that became a replica keeps its connections, and the address may have changed.
    reconnectOnError: needsNewConnection,
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 5), longestPause),
  });
  let lost = false;
  redis.on('ready', () => {
    if (lost) log.info({ store: name }, 'redis-connection-restored');
    lost = false;
  });
  // ioredis reports every failed attempt; one log line per outage suffices.
  redis.on('error', (error) => {
    if (!lost) log.error({ store: name, reason: error.message }, 'redis-connection-lost');
    lost = true;
  });
  return redis;
};
