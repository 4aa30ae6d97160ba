import { type Static, Type } from 'typebox';
import { LogPage } from './telemetry';

export const PostgresStatement = Type.Object({
  statement: Type.String(),
  calls: Type.Integer(),
  /** Milliseconds per call, and all calls together. */
  mean: Type.Number(),
  total: Type.Number(),
});

/** A session of PostgreSQL that waits for a lock, and the one that holds it. */
export const BlockedSession = Type.Object({
  pid: Type.Integer(),
  user: Type.String(),
  statement: Type.String(),
  waiting: Type.Number(),
  blockedBy: Type.Integer(),
  blockerUser: Type.String(),
  blockerStatement: Type.String(),
  blockerState: Type.String(),
});

const Replica = Type.Object({ name: Type.String(), lagBytes: Type.Number(), state: Type.String() });

export const PostgresDetail = Type.Object({
  engine: Type.Literal('postgresql'),
  /** Bytes of its buffers and of its data. */
  sharedBuffers: Type.Number(),
  size: Type.Number(),
  /** The share of blocks that were read from its buffers, since its statistics began; none before the first. */
  hitShare: Type.Optional(Type.Number()),
  replicas: Type.Array(Replica),
  connections: Type.Array(Type.Object({ state: Type.String(), count: Type.Integer() })),
  maxConnections: Type.Integer(),
  /** By total time, the slowest first. */
  statements: Type.Array(PostgresStatement),
  locks: Type.Array(BlockedSession),
});
export type PostgresDetail = Static<typeof PostgresDetail>;

export const RedisDetail = Type.Object({
  engine: Type.Literal('redis'),
  role: Type.String(),
  connections: Type.Integer(),
  maxConnections: Type.Integer(),
  /** Of the connections, those that wait for a blocking command, and those that are subscribed to a channel. */
  blocked: Type.Integer(),
  subscribed: Type.Optional(Type.Integer()),
  memory: Type.Number(),
  maxMemory: Type.Optional(Type.Number()),
  keys: Type.Integer(),
  /** Calls and microseconds per call, by command; the most expensive first. */
  commands: Type.Array(
    Type.Object({ command: Type.String(), calls: Type.Integer(), mean: Type.Number() }),
  ),
  replicas: Type.Array(Replica),
});
export type RedisDetail = Static<typeof RedisDetail>;

/** What a store says of itself now; `problem` when it cannot be asked. */
export const StoreDetail = Type.Object({
  name: Type.String(),
  detail: Type.Optional(Type.Union([PostgresDetail, RedisDetail])),
  problem: Type.Optional(Type.String()),
  /** The newest lines of its own log. */
  log: LogPage,
});
export type StoreDetail = Static<typeof StoreDetail>;
