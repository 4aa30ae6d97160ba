import { redisImage } from '../redis/containers';
import { monitorArguments } from '../redis/settings';
import { startRedis } from '../redis/start-redis';
import type { Store } from '../store';
import { containerStore } from './container-store';
import { useContainers } from './engine';

const innerPort = 6379;
const redisUrl = (port: number): string => `redis://127.0.0.1:${port}`;

/** An empty Redis for a test. The caller stops it. */
export const withRedis = async (): Promise<Store> =>
  (await useContainers(redisImage))
    ? containerStore(await redisContainer(), innerPort, redisUrl)
    : startRedis({});

/** An empty Redis and a replica that follows it. `stop` ends both. */
export interface RedisPair {
  primary: Store;
  replica: Store;
  stop(): Promise<void>;
}

export const withRedisPair = async (): Promise<RedisPair> =>
  (await useContainers(redisImage)) ? containerPair() : embeddedPair();

const embeddedPair = async (): Promise<RedisPair> => {
  const primary = await startRedis({});
  const replica = await startRedis({ replicaOf: primary.url });
  return pair(primary, replica);
};

const containerPair = async (): Promise<RedisPair> => {
  const { Network } = await import('testcontainers');
  const network = await new Network().start();
  const alias = 'primary';
  const primary = await containerStore(
    (await redisContainer()).withNetwork(network).withNetworkAliases(alias),
    innerPort,
    redisUrl,
  );
  const replica = await containerStore(
    (await redisContainer('--replicaof', alias, String(innerPort))).withNetwork(network),
    innerPort,
    redisUrl,
  );
  return pair(primary, replica, () => network.stop());
};

const pair = (
  primary: Store,
  replica: Store,
  afterStop: () => Promise<unknown> = async () => undefined,
): RedisPair => ({
  primary,
  replica,
  stop: async () => {
    await replica.stop();
    await primary.stop();
    await afterStop();
  },
});

const redisContainer = async (...more: string[]) => {
  const { GenericContainer, Wait } = await import('testcontainers');
  return new GenericContainer(redisImage)
    .withCommand([
      'redis-server',
      '--appendonly',
      'yes',
      '--repl-diskless-sync-delay',
      '0',
      ...monitorArguments,
      ...more,
    ])
    .withWaitStrategy(Wait.forLogMessage(/Ready to accept connections/));
};
