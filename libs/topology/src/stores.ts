const names = [
  'product-data',
  'payment-data',
  'cart-data',
  'cart-data-replica',
  'session-data',
  'session-data-replica',
] as const;

export type StoreName = (typeof names)[number];

/** A primary comes before its replica. */
export const storeNames: readonly StoreName[] = names;

export interface StoreSpec {
  engine: 'postgresql' | 'redis';
  /** The port on one machine, before `--port-base` moves it. */
  port: number;
  /** The environment variable in which its service finds the store's address. */
  urlVariable: string;
  replicaOf?: StoreName;
}

export const stores: Readonly<Record<StoreName, StoreSpec>> = {
  'product-data': { engine: 'postgresql', port: 8432, urlVariable: 'DATABASE_URL' },
  'payment-data': { engine: 'postgresql', port: 8433, urlVariable: 'DATABASE_URL' },
  'cart-data': { engine: 'redis', port: 8379, urlVariable: 'REDIS_URL' },
  'cart-data-replica': {
    engine: 'redis',
    port: 8380,
    urlVariable: 'REDIS_REPLICA_URL',
    replicaOf: 'cart-data',
  },
  'session-data': { engine: 'redis', port: 8381, urlVariable: 'REDIS_URL' },
  'session-data-replica': {
    engine: 'redis',
    port: 8382,
    urlVariable: 'REDIS_REPLICA_URL',
    replicaOf: 'session-data',
  },
};
