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
   * What a full Redis does: `noeviction` refuses writes, `volatile-ttl` drops what would expire first.
   */
  whenFull?: 'noeviction' | 'volatile-ttl';
}

export const stores: Readonly<Record<StoreName, StoreSpec>> = {
  'product-data': { engine: 'postgresql', port: 8432, urlVariable: 'DATABASE_URL' },
  'payment-data': { engine: 'postgresql', port: 8433, urlVariable: 'DATABASE_URL' },
  // A shopper's cart is not dropped to make room for another.
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
  // Each visit moves a session's end: the next to expire is the one that was not seen for longest.
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
