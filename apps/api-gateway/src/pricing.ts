import {
  type CartContents,
  multiply,
  type PricedCart,
  type ProductClient,
  sum,
} from '@faultline/contracts';

export interface Pricing {
  /** The cart with current names and prices; products that are not sold any more are listed separately. */
  price(cart: CartContents): Promise<PricedCart>;
}

const productIds = (items: CartContents['items']): string =>
  items.map(({ productId }) => productId).join(',');

export const createPricing = (products: ProductClient): Pricing => ({
  price: async ({ id, items }) => {
    if (items.length === 0) return { id, items: [], total: sum([]), unavailable: [] };
    const found = await products.readMany({ query: { ids: productIds(items) } });
    const byId = new Map(found.items.map((product) => [product.id, product]));
    const lines = items.flatMap(({ productId, quantity }) => {
      const product = byId.get(productId);
      if (!product) return [];
      const { name, price } = product;
      return [{ productId, name, quantity, price, lineTotal: multiply(price, quantity) }];
    });
    return {
      id,
      items: lines,
      total: sum(lines.map(({ lineTotal }) => lineTotal)),
      unavailable: items.filter(({ productId }) => !byId.has(productId)),
    };
  },
});
