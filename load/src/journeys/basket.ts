import type { Money, PricedLine, Product } from '@faultline/contracts';
import type { Shopper } from './shopper.ts';

/** The expected quantities in the cart, by product id. */
export type Basket = ReadonlyMap<string, { product: Product; quantity: number }>;

/** The basket with a changed quantity of a product; 0 removes it. */
export const withQuantity = (basket: Basket, product: Product, quantity: number): Basket => {
  const next = new Map(basket);
  if (quantity === 0) next.delete(product.id);
  else next.set(product.id, { product, quantity });
  return next;
};

/** Checks that the lines of a cart or an order are the basket's, and that their sums are right. */
export const checkLines = (
  shopper: Shopper,
  name: string,
  shown: { lines: readonly PricedLine[]; total: Money },
  basket: Basket,
): void => {
  const { lines, total } = shown;
  shopper.check(
    `${name} has the chosen products`,
    lines.length === basket.size && lines.every(({ productId }) => basket.has(productId)),
    () => `${ids(lines)}, expected ${[...basket.keys()].join(', ') || 'nothing'}`,
  );
  for (const line of lines) checkLine(shopper, name, line, basket);
  const sum = lines.reduce((amount, { lineTotal }) => amount + lineTotal.amount, 0);
  shopper.check(
    `${name} total is the sum of its lines`,
    total.amount === sum,
    () => `${total.amount}, expected ${sum}`,
  );
};

const checkLine = (shopper: Shopper, name: string, line: PricedLine, basket: Basket): void => {
  const chosen = basket.get(line.productId);
  shopper.check(
    `${name} has the chosen quantity`,
    line.quantity === chosen?.quantity,
    () => `${line.productId}: ${line.quantity}, expected ${chosen?.quantity}`,
  );
  shopper.check(
    `${name} has the price of the catalogue`,
    line.price.amount === chosen.product.price.amount,
    () => `${line.productId}: ${line.price.amount}, expected ${chosen.product.price.amount}`,
  );
  shopper.check(
    `${name} line total is price times quantity`,
    line.lineTotal.amount === line.price.amount * line.quantity,
    () => `${line.productId}: ${line.quantity} × ${line.price.amount} = ${line.lineTotal.amount}`,
  );
};

const ids = (lines: readonly PricedLine[]): string =>
  lines.map(({ productId }) => productId).join(', ') || 'nothing';
