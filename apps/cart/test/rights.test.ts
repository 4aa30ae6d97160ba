import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { withRedisUser } from '@faultline/stores';
import { expect, it, onTestFinished } from 'vitest';
import { cartOf, newSession, startCart } from './fixture';
import { startProductStandIn } from './product-stand-in';

const user = readFileSync(resolve(__dirname, '../redis-user.acl'), 'utf8');

it('needs only the Redis rights in redis-user.acl', async () => {
  const store = await withRedisUser(user);
  onTestFinished(() => store.stop());
  const product = await startProductStandIn();
  onTestFinished(() => product.stop());
  const cart = await startCart({ REDIS_URL: store.url, PRODUCT_URL: product.url });
  onTestFinished(() => cart.stop());
  const session = newSession();
  const statuses = [
    await cart.put(session, 'mug-1', { quantity: 3 }),
    await cart.put(session, 'mug-2', { quantity: 1 }),
    await cart.remove(session, 'mug-2'),
  ].map(({ status }) => status);
  expect(statuses).toEqual([200, 200, 200]);
  const bought = await cartOf(cart.readFresh(session));
  expect((await cart.takeOut(session, { ...bought, items: bought.items.slice(1) })).status).toBe(
    200,
  );
  expect((await cart.takeOut(session, bought)).status).toBe(200);
  expect((await cart.clear(session)).status).toBe(200);
  expect(cart.logged('redis-rights-missing')).toEqual([]);
});
