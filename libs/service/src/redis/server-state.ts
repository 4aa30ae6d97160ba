import type { Redis } from 'ioredis';
import { redisErrorType } from './redis-errors';

/** What a server says of its replication. */
export interface ServerState {
  isPrimary: boolean;
  /** Whether a replica is connected to its primary and has all of its data. */
  linkUp: boolean;
  /** Names the changes that it has: a primary that restarts begins others. */
  history: string;
  /** How many bytes of them. */
  offset: number;
}

/** Asks a server about its replication; rejects while it cannot say. */
export const serverState = async (redis: Redis): Promise<ServerState> => {
  const fields = new Map(
    (await redis.info('replication')).split('\r\n').map((line) => {
      const [name = '', value = ''] = line.split(':', 2);
      return [name, value] as const;
    }),
  );
  return {
    isPrimary: fields.get('role') === 'master',
    linkUp: fields.get('master_link_status') === 'up',
    history: fields.get('master_replid') ?? '',
    offset: Number(fields.get('master_repl_offset')),
  };
};

export interface PrimaryState {
  /** Undefined where we may not ask. */
  server: ServerState | undefined;
  /** Why it takes no writes, as an error type; undefined when it does. */
  refusal: string | undefined;
  /** Rights that its user needs and has not, in words. */
  missing: string[];
}

/** Whether the user may not run a command, or nobody may, as it was renamed. */
export const isForbidden = (error: unknown): boolean =>
  ['NOPERM', 'error'].includes(redisErrorType(error));

/**
 * Asks a server whether it is a primary that takes writes. A push to a list that does not exist
 * writes nothing, and is refused as every write would be: when memory is full, the disk cannot be
 * written, replicas are missing, or our rights do not suffice. Rejects while it does not answer.
 */
export const primaryState = async (redis: Redis, store: string): Promise<PrimaryState> => {
  // A user who may not ask for it still sees how a write ends.
  const missing: string[] = [];
  const server = await serverState(redis).catch((error: unknown) => {
    if (redisErrorType(error) === 'unavailable') throw error;
    if (isForbidden(error)) missing.push('INFO');
    return undefined;
  });
  if (server?.isPrimary === false) return { server, refusal: 'READONLY', missing };
  const key = `${store}:probe`;
  try {
    await redis.lpushx(key, '');
    return { server, refusal: undefined, missing };
  } catch (error) {
    const refusal = redisErrorType(error);
    if (refusal === 'unavailable') throw error;
    if (isForbidden(error)) missing.push(`LPUSHX on the key ${key}`);
    return { server, refusal, missing };
  }
};

/** Whether a replica follows this primary: the link is up, and they have the same history. */
export const follows = (replica: ServerState, primary: ServerState | undefined): boolean =>
  // An address for the replica may lead to the primary itself.
  (replica.linkUp || (replica.isPrimary && primary !== undefined)) &&
  (primary === undefined || primary.history === replica.history);
