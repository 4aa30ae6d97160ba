import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShopStep } from '../src/journeys';
import { openShop, type Shop } from './fixture/shop';
import { visitor } from './fixture/visitor';

const step: ShopStep = { name: 'categories', endpoint: 'listCategories' };

describe('the Node client', () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await openShop();
  });

  afterEach(() => shop.close());

  it('gives JSON parsed, and anything else as text', async () => {
    const { shopper, leave } = visitor(shop.url);
    const page = await shopper.client.request({ name: 'page', file: '/' });
    const list = await shopper.client.request(step);
    await leave();
    expect(page.body).toContain('<html>');
    expect(list).toMatchObject({ status: 200, body: { items: [{ id: 'home' }, { id: 'road' }] } });
    expect(list.headers['x-request-id']).toBe('request-2');
  });

  it('gives text that only claims to be JSON as it is', async () => {
    shop.alter('categories', () => ({ status: 200, body: '{"items":', type: 'application/json' }));
    const { shopper, leave } = visitor(shop.url);
    const { body } = await shopper.client.request(step);
    await leave();
    expect(body).toBe('{"items":');
  });

  it('stays in its session', async () => {
    const { shopper, leave } = visitor(shop.url);
    await shopper.client.request(step);
    await shopper.client.request(step);
    await leave();
    const [first, second] = shop.seen;
    expect(second?.session).toBe(first?.session);
  });

  it('reports the request without a response, and counts it', async () => {
    const release = shop.hold();
    const { shopper, outcomes, leave } = visitor(shop.url, 1, 0.05);
    await expect(shopper.client.request(step)).rejects.toMatchObject({
      message: 'categories: no response (TimeoutError)',
    });
    release();
    await leave();
    expect(outcomes).toEqual([
      { name: 'categories', status: undefined, milliseconds: expect.any(Number) },
    ]);
  });

  it('names the network error when nobody listens', async () => {
    await shop.close();
    const { shopper, leave } = visitor(shop.url);
    await expect(shopper.client.request(step)).rejects.toMatchObject({ reason: 'ECONNREFUSED' });
    await leave();
    shop = await openShop();
  });
});
