import { randomBytes } from 'node:crypto';
import type { CartContents } from '@faultline/contracts';
import type { Redis, RedisStore } from '@faultline/service/redis';

export interface CartRepository {
  read(session: string): Promise<CartContents>;
  /**
   * Like `read`, but from the primary, for callers that act on the result. Gives an id to a cart of an
   * earlier version that has none.
   */
  readFresh(session: string): Promise<CartContents>;
  /** Undefined if the cart already has `maxProducts` other products. */
  setQuantity(
    session: string,
    productId: string,
    quantity: number,
    maxProducts: number,
  ): Promise<CartContents | undefined>;
  remove(session: string, productId: string): Promise<CartContents>;
  clear(session: string): Promise<void>;
  /** Removes the bought items if the cart still has this id; the rest becomes another cart. */
  takeOut(session: string, bought: CartContents): Promise<CartContents>;
}

const keyOf = (session: string): string => `cart:${session}`;

/** The field with the cart's id; no product can have this id. */
const idField = ':id';
const newId = (): string => randomBytes(16).toString('base64url');

const contents = (hash: Record<string, string>): CartContents => {
  const { [idField]: id, ...quantities } = hash;
  const items = Object.entries(quantities).map(([productId, quantity]) => ({
    productId,
    quantity: Number(quantity),
  }));
  return { id: id ?? null, items };
};

/**
 * KEYS: the cart. ARGV: the product, its quantity, the maximum of products, the id for a cart
 * that has none, the time to live in seconds. Returns 0 if the cart is full.
 */
const putScript = `
  if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then
    local products = redis.call('HLEN', KEYS[1]) - redis.call('HEXISTS', KEYS[1], '${idField}')
    if products >= tonumber(ARGV[3]) then return 0 end
  end
  redis.call('HSETNX', KEYS[1], '${idField}', ARGV[4])
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
  redis.call('EXPIRE', KEYS[1], ARGV[5])
  return 1`;

/**
 * KEYS: the cart. ARGV: the id of the cart that was bought, the id of what is left, the time to
 * live in seconds, then the products bought, each with its quantity. Because of the new id, a
 * second call removes nothing.
 */
const takeOutScript = `
  if (redis.call('HGET', KEYS[1], '${idField}') or '') == ARGV[1] then
    for i = 4, #ARGV, 2 do
      local left = (redis.call('HGET', KEYS[1], ARGV[i]) or 0) - ARGV[i + 1]
      if left > 0 then redis.call('HSET', KEYS[1], ARGV[i], left)
      else redis.call('HDEL', KEYS[1], ARGV[i]) end
    end
    redis.call('HDEL', KEYS[1], '${idField}')
    if redis.call('EXISTS', KEYS[1]) == 1 then
      redis.call('HSET', KEYS[1], '${idField}', ARGV[2])
      redis.call('EXPIRE', KEYS[1], ARGV[3])
    end
  end`;

/** KEYS: the cart. ARGV: the id to set if the cart exists and has none. */
const nameScript = `
  if redis.call('EXISTS', KEYS[1]) == 1 then
    redis.call('HSETNX', KEYS[1], '${idField}', ARGV[1])
  end`;

/**
 * KEYS: the cart. ARGV: the product, the time to live in seconds. A cart without products is
 * deleted with its id; the next item starts another cart.
 */
const removeScript = `
  redis.call('HDEL', KEYS[1], ARGV[1])
  if redis.call('HLEN', KEYS[1]) == redis.call('HEXISTS', KEYS[1], '${idField}') then
    redis.call('DEL', KEYS[1])
  else redis.call('EXPIRE', KEYS[1], ARGV[2]) end`;

/** Carts in Redis: one hash per session with quantities by product id and the cart's id; expires `ttlSeconds` after a change. */
export const cartRepository = (store: RedisStore, ttlSeconds: number): CartRepository => {
  const readFrom = (session: string) => async (redis: Redis) =>
    contents(await redis.hgetall(keyOf(session)));

  return {
    read: (session) => store.read('hgetall', readFrom(session)),
    readFresh: (session) =>
      store.write('hgetall', async (redis) => {
        const cart = await readFrom(session)(redis);
        if (cart.id !== null || cart.items.length === 0) return cart;
        await redis.eval(nameScript, 1, keyOf(session), newId());
        return readFrom(session)(redis);
      }),
    setQuantity: (session, productId, quantity, maxProducts) =>
      store.write('hset', async (redis) => {
        const put = [productId, quantity, maxProducts, newId(), ttlSeconds];
        const done = await redis.eval(putScript, 1, keyOf(session), ...put);
        return done === 1 ? readFrom(session)(redis) : undefined;
      }),
    remove: (session, productId) =>
      store.write('hdel', async (redis) => {
        await redis.eval(removeScript, 1, keyOf(session), productId, ttlSeconds);
        return readFrom(session)(redis);
      }),
    clear: async (session) => {
      await store.write('del', (redis) => redis.del(keyOf(session)));
    },
    takeOut: (session, { id, items }) =>
      store.write('eval', async (redis) => {
        const bought = items.flatMap(({ productId, quantity }) => [productId, quantity]);
        await redis.eval(
          takeOutScript,
          1,
          keyOf(session),
          id ?? '',
          newId(),
          ttlSeconds,
          ...bought,
        );
        return readFrom(session)(redis);
      }),
  };
};
