import type { Logger } from '@faultline/telemetry';
import type { Redis } from 'ioredis';
import {
  follows,
  isForbidden,
  type PrimaryState,
  primaryState,
  type ServerState,
  serverState,
} from './server-state';

/** Milliseconds between two checks of a server. */
const interval = 500;
/** Milliseconds for which a check of the replica is valid, because the next one may get no response. */
const validity = 3 * interval;

interface Watched {
  /** The primary's name in telemetry. */
  name: string;
  primary: Redis;
  replica: Redis | undefined;
  log: Pick<Logger, 'info' | 'error'>;
}

/** The last known state of a primary and its replica. */
export interface ServerWatch {
  /** Whether the primary takes writes. */
  takesWrites(): boolean;
  /** Whether the connection to the primary leads to a replica. */
  leadsToReplica(): boolean;
  /** Why the replica does not follow the primary; undefined if it does. */
  replicaTrouble(): string | undefined;
  /** Whether the replica follows, and has what the primary had at the previous check. */
  replicaIsFresh(): boolean;
  /** The replica's lag in bytes; may be negative if the histories differ. */
  lag(): number | undefined;
  stop(): void;
}

/** Checks a server when it connects and on request; passes `undefined` when the connection is lost. */
const lookAt = <T>(
  redis: Redis,
  ask: (redis: Redis) => Promise<T>,
  seen: (state: T | undefined) => void,
  failed: (error: unknown) => void = () => undefined,
): (() => void) => {
  let asking = false;
  const look = (): void => {
    if (asking || redis.status !== 'ready') return;
    asking = true;
    ask(redis)
      // If it does not respond, its connection will be lost, or the next check succeeds.
      .then(seen, failed)
      .finally(() => {
        asking = false;
      });
  };
  redis.on('ready', look);
  redis.on('close', () => seen(undefined));
  return look;
};

/** Reports when a problem begins and when it ends, once each. */
const announcer = (begins: (reason: string) => void, ends: () => void) => {
  let told = false;
  return (reason: string | undefined): void => {
    if (reason !== undefined && !told) begins(reason);
    if (reason === undefined && told) ends();
    told = reason !== undefined;
  };
};

/**
 * Checks a primary and, if given, its replica: twice a second, and immediately after a connect.
 * Until the first check of a new connection, the state of its server is unknown.
 */
export const watchServers = ({ name, primary, replica, log }: Watched): ServerWatch => {
  let ofPrimary: PrimaryState | undefined;
  /** The primary's state at the previous check, if its history is the same. */
  let before: ServerState | undefined;
  let ofReplica: ServerState | undefined;
  /** On the clock of `performance.now()`. */
  let freshUntil = 0;

  const announceRefusal = announcer(
    (reason) => log.error({ store: name, reason }, 'redis-writes-refused'),
    () => log.info({ store: name }, 'redis-writes-accepted'),
  );
  const rightsAnnouncer = (store: string) =>
    announcer(
      (missing) => log.error({ store, missing }, 'redis-rights-missing'),
      () => log.info({ store }, 'redis-rights-given'),
    );
  const replicaName = `${name}-replica`;
  const announceRights = rightsAnnouncer(name);
  const announceReplicaRights = rightsAnnouncer(replicaName);
  const announceReplica = announcer(
    (reason) => log.error({ store: replicaName, reason }, 'redis-replica-not-following'),
    () => log.info({ store: replicaName }, 'redis-replica-following'),
  );

  const replicaTrouble = (): string | undefined => {
    if (!ofReplica) return 'not connected';
    if (follows(ofReplica, ofPrimary?.server)) return undefined;
    if (ofReplica.isPrimary) return 'it follows nobody';
    return ofReplica.linkUp ? 'it follows another primary' : 'its link to the primary is down';
  };

  const lookAtPrimary = lookAt(
    primary,
    (redis) => primaryState(redis, name),
    (state) => {
      const previous = ofPrimary?.server;
      const same = previous?.history === state?.server?.history;
      before = same ? previous : undefined;
      ofPrimary = state;
      if (state) {
        announceRefusal(state.refusal);
        announceRights(state.missing.join(', ') || undefined);
      }
      if (same) return;
      freshUntil = 0;
      lookAtReplica?.();
    },
  );
  const lookAtReplica =
    replica &&
    lookAt(
      replica,
      serverState,
      (state) => {
        ofReplica = state;
        const trouble = replicaTrouble();
        if (state) {
          announceReplica(trouble);
          announceReplicaRights(undefined);
        }
        const caughtUp = state !== undefined && state.offset >= (before?.offset ?? 0);
        // Without the primary's state, the lag of a replica is unknown.
        const fresh = ofPrimary?.server !== undefined && trouble === undefined && caughtUp;
        freshUntil = fresh ? performance.now() + validity : 0;
      },
      (error) => {
        if (isForbidden(error)) announceReplicaRights('INFO');
      },
    );

  const leadsToReplica = (): boolean => ofPrimary?.server?.isPrimary === false;
  const timer = setInterval(() => {
    // The address may lead to the new primary now.
    if (leadsToReplica() && primary.status === 'ready') primary.disconnect(true);
    else lookAtPrimary();
    lookAtReplica?.();
  }, interval);
  timer.unref();

  return {
    takesWrites: () => ofPrimary !== undefined && ofPrimary.refusal === undefined,
    leadsToReplica,
    replicaTrouble,
    replicaIsFresh: () => performance.now() < freshUntil,
    lag: () => ofPrimary?.server && ofReplica && ofPrimary.server.offset - ofReplica.offset,
    stop: () => clearInterval(timer),
  };
};
