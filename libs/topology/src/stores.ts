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
  /**
   * The eviction policy of a full Redis: `noeviction` refuses writes, `volatile-ttl` evicts keys that expire first.
   */
  whenFull?: 'noeviction' | 'volatile-ttl';
}

export const stores: Readonly<Record<StoreName, StoreSpec>> = {
  'product-data': { engine: 'postgresql', port: 8432, urlVariable: 'DATABASE_URL' },
  'payment-data': { engine: 'postgresql', port: 8433, urlVariable: 'DATABASE_URL' },
  // A shopper's cart is not evicted in favour of another one.
  'cart-data': {
    engine: 'redis',
    port: 8379,
    urlVariable: 'REDIS_URL',
    whenFull: 'noeviction',
  },
  'cart-data-replica': {
    engine: 'redis',
    port: 8380,
    urlVariable: 'REDIS_REPLICA_URL',
    replicaOf: 'cart-data',
  },
  // Each visit extends a session, so the first to expire is the one that was unused for longest.
  'session-data': {
    engine: 'redis',
    port: 8381,
    urlVariable: 'REDIS_URL',
    whenFull: 'volatile-ttl',
  },
  'session-data-replica': {
    engine: 'redis',
    port: 8382,
    urlVariable: 'REDIS_REPLICA_URL',
    replicaOf: 'session-data',
  },
};
