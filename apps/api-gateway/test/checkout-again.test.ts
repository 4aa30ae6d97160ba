import { describe, expect, it } from 'vitest';
import { everyStep, id, lamp, mugs, openShop } from './checkout-shop';

describe('a checkout of a cart that another key has paid', () => {
  it('is refused with the order, and removes the items of that order from the cart', async () => {
    const shop = await openShop([mugs]);
    shop.carts.stuck = true;
    const { orderId } = await shop.buy('key-0001');
    shop.carts.stuck = false;
    shop.carts.contents = { id, items: [mugs, lamp] };
    const seen = await shop.look();
    const conflict = { orderId, cart: { items: [{ productId: 'lamp' }] } };
    await expect(shop.buy('key-0002', seen)).rejects.toMatchObject({
      statusCode: 409,
      code: 'cart-already-paid',
      extensions: { conflict },
    });
    expect(shop.carts.contents.items).toEqual([lamp]);
    expect(shop.payments.taken()).toBe(2598);
  });

  it('is refused with the order if the cart is empty meanwhile', async () => {
    const shop = await openShop([mugs]);
    const { orderId } = await shop.buy('key-0001');
    await expect(shop.buy('key-0002')).rejects.toMatchObject({
      code: 'cart-already-paid',
      extensions: { conflict: { orderId, cart: { items: [] } } },
    });
    expect(shop.payments.taken()).toBe(2598);
  });

  it('is refused with the order, and removes nothing from a newer cart', async () => {
    const shop = await openShop([mugs]);
    const { orderId } = await shop.buy('key-0001');
    shop.carts.contents = { id: 'D'.repeat(22), items: [mugs] };
    await expect(shop.buy('key-0002')).rejects.toMatchObject({
      code: 'cart-already-paid',
      extensions: { conflict: { orderId, cart: { items: [mugs] } } },
    });
    expect(shop.carts.contents.items).toEqual([mugs]);
  });
});

describe('a repeated checkout whose first response was lost', () => {
  it('gets the same order although the cart is empty, and charges nothing', async () => {
    const shop = await openShop([mugs]);
    const first = await shop.buy('key-0001');
    expect(await shop.buy('key-0001')).toEqual(first);
    expect(shop.steps).toEqual([...everyStep, 'cart read fresh', 'replayed']);
    expect(shop.payments.taken()).toBe(2598);
  });

  it('removes the bought items that are still in the cart', async () => {
    const shop = await openShop([mugs]);
    shop.carts.stuck = true;
    const first = await shop.buy('key-0001');
    shop.carts.stuck = false;
    expect(await shop.buy('key-0001')).toEqual({ ...first, cartCleared: true });
    expect(shop.payments.taken()).toBe(2598);
    expect(shop.carts.contents.items).toEqual([]);
  });

  it.each([
    ['another product', [mugs, lamp], [lamp]],
    ['more of the same', [{ ...mugs, quantity: 3 }], [{ ...mugs, quantity: 1 }]],
    ['something else altogether', [lamp], [lamp]],
  ])('keeps the rest of a cart that holds %s by now', async (_, items, left) => {
    const shop = await openShop([mugs]);
    shop.carts.stuck = true;
    const first = await shop.buy('key-0001');
    shop.carts.stuck = false;
    shop.carts.contents = { id, items };
    expect(await shop.buy('key-0001')).toEqual({ ...first, cartCleared: true });
    expect(shop.carts.contents.items).toEqual(left);
    expect(shop.payments.taken()).toBe(2598);
  });
});
