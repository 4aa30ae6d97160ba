import {
  type CartChange,
  type CheckoutConflict,
  type PricedCart,
  type ProblemCodeOf,
  shopRoutes,
  sum,
} from '@faultline/contracts';
import { type ProblemError, problemOf } from '@faultline/service';
import { cartChanges } from './cart-changes';

interface Refusal {
  code: ProblemCodeOf<typeof shopRoutes.checkout, 409>;
  detail: string;
}

/** The first entry with a reason among the changes names the problem. */
const refusals: readonly (Refusal & { reasons: readonly CartChange['reason'][] })[] = [
  {
    reasons: ['added', 'removed', 'quantity-changed'],
    code: 'cart-changed',
    detail: 'The cart is not what it was when it was shown.',
  },
  {
    reasons: ['withdrawn'],
    code: 'product-withdrawn',
    detail: 'Something in the cart is not sold any more.',
  },
  {
    reasons: ['price-changed'],
    code: 'price-changed',
    detail: 'A price is not what it was when it was shown.',
  },
];
const empty: Refusal = { code: 'cart-empty', detail: 'The cart is empty.' };
const nothingSold: Refusal = {
  code: 'product-withdrawn',
  detail: 'Nothing in the cart is sold any more.',
};
const otherCart: Refusal = {
  code: 'cart-changed',
  detail: 'This is another cart than the one that was shown.',
};
const otherTotal: Refusal = {
  code: 'price-changed',
  detail: 'The total is not what it was when it was shown.',
};

const refusalOf = (
  seen: PricedCart,
  now: PricedCart,
  changes: readonly CartChange[],
): Refusal | undefined => {
  if (now.items.length === 0) return now.unavailable.length === 0 ? empty : nothingSold;
  const reasons = new Set(changes.map(({ reason }) => reason));
  const changed = refusals.find((refusal) => refusal.reasons.some((reason) => reasons.has(reason)));
  if (changed) return changed;
  if (seen.id !== now.id) return otherCart;
  return seen.total.amount === now.total.amount ? undefined : otherTotal;
};

const refuse = ({ code, detail }: Refusal, conflict: CheckoutConflict): ProblemError =>
  problemOf(shopRoutes.checkout, code, detail, { field: 'cart', extensions: { conflict } });

/** 409 with the changes, if there is nothing to buy. */
export const cartEmpty = (seen: PricedCart): ProblemError => {
  const now: PricedCart = { id: null, items: [], total: sum([]), unavailable: [] };
  return refuse(empty, { cart: now, changes: cartChanges(seen, now) });
};

/** 409 with the changes, if the cart is not the one that its shopper saw. */
export const cartConflict = (seen: PricedCart, now: PricedCart): ProblemError | undefined => {
  const changes = cartChanges(seen, now);
  const refusal = refusalOf(seen, now, changes);
  return refusal && refuse(refusal, { cart: now, changes });
};
