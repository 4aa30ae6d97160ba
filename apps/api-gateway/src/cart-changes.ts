import type { CartChange, PricedCart, PricedLine } from '@faultline/contracts';

const byProduct = ({ items }: PricedCart) =>
  new Map(items.map((line): [string, PricedLine] => [line.productId, line]));

const terms = ({ quantity, price }: PricedLine) => ({ quantity, price });

/** The change of one line that the shopper saw. */
const changesOf = (
  before: PricedLine,
  now: PricedLine | undefined,
  withdrawn: boolean,
): CartChange[] => {
  const { productId, name } = before;
  const product = { productId, name };
  if (!now)
    return [{ reason: withdrawn ? 'withdrawn' : 'removed', ...product, before: terms(before) }];
  const both = { ...product, before: terms(before), now: terms(now) };
  return [
    ...(now.quantity === before.quantity ? [] : [{ reason: 'quantity-changed' as const, ...both }]),
    ...(now.price.amount === before.price.amount
      ? []
      : [{ reason: 'price-changed' as const, ...both }]),
  ];
};

/** The differences of the cart from what its shopper saw: in items and prices, not in names. */
export const cartChanges = (seen: PricedCart, now: PricedCart): CartChange[] => {
  const [seenLines, nowLines] = [byProduct(seen), byProduct(now)];
  const withdrawn = new Set(now.unavailable.map(({ productId }) => productId));
  const added = now.items.filter(({ productId }) => !seenLines.has(productId));
  return [
    ...[...seenLines.values()].flatMap((line) =>
      changesOf(line, nowLines.get(line.productId), withdrawn.has(line.productId)),
    ),
    ...added.map(
      (line): CartChange => ({
        reason: 'added',
        productId: line.productId,
        name: line.name,
        now: terms(line),
      }),
    ),
  ];
};
