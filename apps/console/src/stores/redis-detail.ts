import type { RedisDetail } from '@faultline/contracts/console';
import { Redis } from 'ioredis';

const patienceMilliseconds = 1_500;

const commandCount = 15;

/** The fields of a reply to INFO. */
const fieldsOf = (info: string): Map<string, string> =>
  new Map(
    info.split('\r\n').flatMap((line): [string, string][] => {
      const at = line.indexOf(':');
      return at > 0 && !line.startsWith('#') ? [[line.slice(0, at), line.slice(at + 1)]] : [];
    }),
  );

/** The parts of a value such as `calls=5,usec=12`. */
const partsOf = (value: string): Map<string, string> =>
  new Map(
    value.split(',').map((part): [string, string] => {
      const [name = '', text = ''] = part.split('=');
      return [name, text];
    }),
  );

const detailOf = (info: string): RedisDetail => {
  const fields = fieldsOf(info);
  const number = (name: string): number => Number(fields.get(name) ?? 0);
  const entries = [...fields];
  const offset = number('master_repl_offset');
  const maxMemory = number('maxmemory');
  return {
    engine: 'redis',
    role: fields.get('role') ?? '',
    connections: number('connected_clients'),
    maxConnections: number('maxclients'),
    blocked: number('blocked_clients'),
    // Servers before Redis 7.4 do not count them.
    ...(fields.has('pubsub_clients') && { subscribed: number('pubsub_clients') }),
    memory: number('used_memory'),
    ...(maxMemory > 0 && { maxMemory }),
    keys: entries
      .filter(([name]) => /^db\d+$/.test(name))
      .reduce((sum, [, value]) => sum + Number(partsOf(value).get('keys') ?? 0), 0),
    commands: entries
      .filter(([name]) => name.startsWith('cmdstat_'))
      .map(([name, value]) => {
        const parts = partsOf(value);
        return {
          command: name.slice('cmdstat_'.length),
          calls: Number(parts.get('calls') ?? 0),
          mean: Number(parts.get('usec_per_call') ?? 0),
        };
      })
      .sort((a, b) => b.calls * b.mean - a.calls * a.mean)
      .slice(0, commandCount),
    replicas: entries
      .filter(([name]) => /^slave\d+$/.test(name))
      .map(([, value]) => {
        const parts = partsOf(value);
        return {
          name: `${parts.get('ip')}:${parts.get('port')}`,
          lagBytes: offset - Number(parts.get('offset') ?? 0),
          state: parts.get('state') ?? '',
        };
      }),
  };
};

/** What a Redis server says of itself, over a connection of its own. Rejects when it cannot be asked. */
export const redisDetail = async (url: string): Promise<RedisDetail> => {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: patienceMilliseconds,
    commandTimeout: patienceMilliseconds,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    connectionName: 'faultline-console',
  });
  // Errors reject the command that they are about.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return detailOf(await redis.info('everything'));
  } finally {
    redis.disconnect();
  }
};
