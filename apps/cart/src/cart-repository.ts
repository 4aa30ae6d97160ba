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

  return {
    read: (session) => store.read('hgetall', readFrom(session)),
    readFresh: (session) => store.write('hgetall', readFrom(session)),
    setQuantity: (session, productId, quantity) =>
      store.write('hset', async (redis) => {
        const key = keyOf(session);
        await together(redis.multi().hset(key, productId, quantity).expire(key, ttlSeconds));
        return readFrom(session)(redis);
      }),
    remove: (session, productId) =>
      store.write('hdel', async (redis) => {
        await redis.hdel(keyOf(session), productId);
        return readFrom(session)(redis);
      }),
    clear: async (session) => {
      await store.write('del', (redis) => redis.del(keyOf(session)));
    },
  };
};
