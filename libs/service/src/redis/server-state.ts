import type { Redis } from 'ioredis';
import { redisErrorType } from './redis-errors';

/** The replication state of a server. */
export interface ServerState {
  isPrimary: boolean;
  /** Whether a replica is connected to its primary and has all of its data. */
  linkUp: boolean;
  /** The id of its replication history; a primary that restarts begins a new one. */
  history: string;
  /** Its position in this history, in bytes. */
  offset: number;
}

/** Reads the replication state of a server; rejects if the server cannot tell. */
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
  /** Undefined if our user may not read it. */
  server: ServerState | undefined;
  /** Why it accepts no writes, as an error type; undefined if it accepts them. */
  refusal: string | undefined;
  /** Descriptions of the rights that our user needs but does not have. */
  missing: string[];
}

/** Whether the user may not run a command, or the command was renamed. */
export const isForbidden = (error: unknown): boolean =>
  ['NOPERM', 'error'].includes(redisErrorType(error));

/**
 * Checks whether a server is a primary that accepts writes. A push to a list that does not exist
 * writes nothing, but is refused like every write: if memory is full, the disk is not writable,
 * replicas are missing, or our rights do not suffice. Rejects if the server does not respond.
 */
export const primaryState = async (redis: Redis, store: string): Promise<PrimaryState> => {
  // Without the right to INFO, the result of the write still shows the state.
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
  // The URL of the replica may resolve to the primary.
  (replica.linkUp || (replica.isPrimary && primary !== undefined)) &&
  (primary === undefined || primary.history === replica.history);
