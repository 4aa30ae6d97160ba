export {
  type Account,
  type Exit,
  type GuardedProcess,
  type ProcessOptions,
  startProcess,
} from './guarded-process';
export { freePort, freePortBase, isPortFree, listenOnFreePort } from './ports';
export { removeStoreDirectory } from './postgres/directory';
export { type PostgresOptions, startPostgres } from './postgres/start-postgres';
export { childPids, commandLine, processIdentity, proportionalSize } from './process-tree';
export { findProgram, isExecutable } from './programs/find-program';
export {
  type PackagedProgram,
  programsDirectory,
  unpackedProgram,
} from './programs/unpacked-program';
export { redisImage } from './redis/containers';
export { redisServer } from './redis/server';
export { type RedisOptions, startRedis } from './redis/start-redis';
export type { Store, StoreOptions, StoreProcess } from './store';
export { StoreError, type StoreErrorCode } from './store-error';
export { containerObstacle, postgresImage } from './testing/engine';
export { shareOf, shareOfDay } from './testing/share-of-day';
export { withPostgres } from './testing/with-postgres';
export { type RedisPair, withRedis, withRedisPair } from './testing/with-redis';
export { withRedisUser } from './testing/with-redis-user';
