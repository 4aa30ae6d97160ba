import { join } from 'node:path';
import { redisServer, type StoreProcess, startPostgres, startRedis } from '@faultline/stores';
import { type StoreName, storePort, stores, storeUrl } from '@faultline/topology';
import { type ShippedLog, shipStoreLog } from '../store-logs/ship-store-log';
import type { Component, ComponentContext, RunningComponent } from '../supervision/component';
import type { DemoConfig } from './demo-config';

/** The stores of the services that run: PostgreSQL and Redis, each with its data kept on disk. */
export const storeComponents = (config: DemoConfig): Component[] =>
  config.stores.map((name) => {
    const { replicaOf } = stores[name];
    const primary = replicaOf === undefined ? [] : [replicaOf];
    return {
      name,
      kind: 'store',
      url: storeUrl(name, config.portBase),
      ports: [storePort(name, config.portBase)],
      startsAfter: primary,
      // Its log goes to the console.
      uses: [...config.tools, ...primary],
      start: async (context) => {
        const shipped = shipStoreLog(name, config);
        const log = (chunk: Buffer) => {
          context.log(chunk);
          shipped.take(chunk);
        };
        return running(await launch(name, config, { ...context, log }), shipped);
      },
    };
  });

/**
 * Fetches missing programs of stores, before several stores need the same program at once.
 * Rejects with a StoreError.
 */
export const fetchStorePrograms = async (
  names: DemoConfig['stores'],
  notice: (line: string) => void = () => undefined,
): Promise<void> => {
  if (names.some((name) => stores[name].engine === 'redis')) await redisServer(notice);
};

const launch = (
  name: StoreName,
  config: DemoConfig,
  context: ComponentContext,
): Promise<StoreProcess> => {
  const { engine, replicaOf, whenFull } = stores[name];
  const url = new URL(storeUrl(name, config.portBase));
  const options = {
    directory: join(config.layout.stores, name),
    port: Number(url.port),
    log: context.log,
    notice: context.notice,
  };
  if (engine === 'redis') {
    const primary = replicaOf && storeUrl(replicaOf, config.portBase);
    return startRedis({ ...options, replicaOf: primary, whenFull });
  }
  const { username: user, password } = url;
  return startPostgres({ ...options, user, password, database: url.pathname.slice(1) });
};

const running = (store: StoreProcess, shipped: ShippedLog): RunningComponent => ({
  pid: store.pid,
  exited: store.exited,
  // The store responded before its start was complete.
  ready: async () => true,
  kill: (signal) => store.kill(signal),
  stop: async () => {
    await store.stop();
    await shipped.flush();
  },
});
