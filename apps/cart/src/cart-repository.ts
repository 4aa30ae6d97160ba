import type { CartContents } from '@faultline/contracts';
import type { Redis, RedisStore, RedisTransaction } from '@faultline/service';

export interface CartRepository {
  read(session: string): Promise<CartContents>;
  /** As `read`, but from the primary: for a reader that acts on what it reads. */
  readFresh(session: string): Promise<CartContents>;
  setQuantity(session: string, productId: string, quantity: number): Promise<CartContents>;
  remove(session: string, productId: string): Promise<CartContents>;
  clear(session: string): Promise<void>;
}

const keyOf = (session: string): string => `cart:${session}`;

const contents = (hash: Record<string, string>): CartContents => ({
  items: Object.entries(hash).map(([productId, quantity]) => ({
    productId,
    quantity: Number(quantity),
  })),
});

/** Runs commands together; the first that fails fails all. */
const together = async (commands: RedisTransaction): Promise<void> => {
  const results = (await commands.exec()) ?? [];
  for (const [error] of results) if (error) throw error;
};

/** Carts in Redis: one hash a session, product id → quantity, gone `ttlSeconds` after a change. */
export const cartRepository = (store: RedisStore, ttlSeconds: number): CartRepository => {
  const readFrom = (session: string) => async (redis: Redis) =>
    contents(await redis.hgetall(keyOf(session)));

  /** A change and the new time to live are one step, and the answer is what came of them. */
  const change = (
    operation: string,
    session: string,
    command: (transaction: RedisTransaction, key: string) => RedisTransaction,
  ) =>
    store.write(operation, async (redis) => {
      const key = keyOf(session);
      await together(command(redis.multi(), key).expire(key, ttlSeconds));
      return readFrom(session)(redis);
    });

  return {
    read: (session) => store.read('hgetall', readFrom(session)),
    readFresh: (session) => store.write('hgetall', readFrom(session)),
    setQuantity: (session, productId, quantity) =>
      change('hset', session, (transaction, key) => transaction.hset(key, productId, quantity)),
    remove: (session, productId) =>
      change('hdel', session, (transaction, key) => transaction.hdel(key, productId)),
    clear: async (session) => {
      await store.write('del', (redis) => redis.del(keyOf(session)));
    },
  };
};
