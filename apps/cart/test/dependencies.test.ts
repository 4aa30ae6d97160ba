import { CartContents, Problem } from '@faultline/contracts';
import { type Store, withRedis } from '@faultline/stores';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CartFixture, newSession, startCart } from './fixture';
import { type ProductStandIn, startProductStandIn } from './product-stand-in';

let primary: Store;
/** An empty Redis that follows nobody: a replica as far behind as can be. */
let behind: Store;
let product: ProductStandIn;
let service: CartFixture;

beforeAll(async () => {
  primary = await withRedis();
  behind = await withRedis();
  product = await startProductStandIn();
  service = await startCart({
    REDIS_URL: primary.url,
    REDIS_REPLICA_URL: behind.url,
    PRODUCT_URL: product.url,
  });
});

afterAll(async () => {
  await service?.stop();
  await product?.stop();
  await behind?.stop();
  await primary?.stop();
});

const one = [{ productId: 'mug-1', quantity: 1 }];
const items = async (answer: Promise<Response>) =>
  Parse(CartContents, await (await answer).json()).items;

const filled = async (): Promise<string> => {
  const session = newSession();
  expect(await items(service.put(session, 'mug-1', { quantity: 1 }))).toEqual(one);
  return session;
};

// The tests of each group follow each other: what the cart depends on gets worse.
describe('a cart is read', () => {
  it('from the replica, and from the primary when it must be fresh', async () => {
    const session = await filled();
    expect(await items(service.read(session))).toEqual([]);
    expect(await items(service.readFresh(session))).toEqual(one);
  });

  it('from the primary when the replica is gone', async () => {
    const session = await filled();
    await behind.stop();
    expect(await items(service.read(session))).toEqual(one);
  });
});

describe('without a word of product nothing is written, and the answer says why', () => {
  const putUnasked = async (headers = {}) => {
    const session = newSession();
    const response = await service.put(session, 'mug-1', { quantity: 1 }, headers);
    expect(await items(service.readFresh(session))).toEqual([]);
    const { code } = Parse(Problem, await response.json());
    return { status: response.status, code };
  };

  it('when product fails', async () => {
    product.mood = 'failing';
    expect(await putUnasked()).toEqual({ status: 502, code: 'product-failed' });
  });

  it('when product is silent for longer than the caller waits', async () => {
    product.mood = 'silent';
    const answer = await putUnasked({ 'x-request-timeout-ms': '200' });
    expect(answer).toEqual({ status: 504, code: 'product-timeout' });
  });

  it('when product is gone, while taking out still works', async () => {
    product.mood = 'well';
    const session = await filled();
    await product.stop();
    expect(await putUnasked()).toEqual({ status: 503, code: 'product-unreachable' });
    expect(await items(service.remove(session, 'mug-1'))).toEqual([]);
  });
});
