import { arrayOf, isInteger, isText, objectOf, optional } from '../../guards';
import type { PostgresDetail, RedisDetail, StoreDetail } from '..';
import { either, isNumber, oneOf } from './parts';
import { isLogPage } from './telemetry';

const areReplicas = arrayOf(
  objectOf<RedisDetail['replicas'][number]>({ name: isText, lagBytes: isNumber, state: isText }),
);

const isPostgresDetail = objectOf<PostgresDetail>({
  engine: oneOf('postgresql'),
  sharedBuffers: isNumber,
  size: isNumber,
  hitShare: optional(isNumber),
  replicas: areReplicas,
  connections: arrayOf(
    objectOf<PostgresDetail['connections'][number]>({ state: isText, count: isInteger }),
  ),
  maxConnections: isInteger,
  statements: arrayOf(
    objectOf<PostgresDetail['statements'][number]>({
      statement: isText,
      calls: isInteger,
      mean: isNumber,
      total: isNumber,
    }),
  ),
  locks: arrayOf(
    objectOf<PostgresDetail['locks'][number]>({
      pid: isInteger,
      user: isText,
      statement: isText,
      waiting: isNumber,
      blockedBy: isInteger,
      blockerUser: isText,
      blockerStatement: isText,
      blockerState: isText,
    }),
  ),
});

const isRedisDetail = objectOf<RedisDetail>({
  engine: oneOf('redis'),
  role: isText,
  connections: isInteger,
  maxConnections: isInteger,
  blocked: isInteger,
  subscribed: optional(isInteger),
  memory: isNumber,
  maxMemory: optional(isNumber),
  keys: isInteger,
  commands: arrayOf(
    objectOf<RedisDetail['commands'][number]>({
      command: isText,
      calls: isInteger,
      mean: isNumber,
    }),
  ),
  replicas: areReplicas,
});

export const isStoreDetail = objectOf<StoreDetail>({
  name: isText,
  detail: optional(either(isPostgresDetail, isRedisDetail)),
  problem: optional(isText),
  log: isLogPage,
});
