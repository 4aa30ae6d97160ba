import type { CartChange, CheckoutConflict, PricedCart, Problem } from '@faultline/contracts';

/** Undefined when it is not JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

// Written by hand, and only for values that must not be confused: the contract's schemas with their validator would
// enlarge the page's script by a seventh (14 kB compressed).

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMoney = (value: unknown): boolean => isRecord(value) && typeof value.amount === 'number';

const isLine = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.productId === 'string' &&
  typeof value.name === 'string' &&
  typeof value.quantity === 'number' &&
  isMoney(value.price) &&
  isMoney(value.lineTotal);

export const isPricedCart = (value: unknown): value is PricedCart =>
  isRecord(value) &&
  (value.id === null || typeof value.id === 'string') &&
  Array.isArray(value.items) &&
  value.items.every(isLine) &&
  Array.isArray(value.unavailable) &&
  isMoney(value.total);

const isTerms = (value: unknown): boolean =>
  value === undefined ||
  (isRecord(value) && typeof value.quantity === 'number' && isMoney(value.price));

const isChange = (value: unknown): value is CartChange =>
  isRecord(value) &&
  typeof value.reason === 'string' &&
  typeof value.name === 'string' &&
  isTerms(value.before) &&
  isTerms(value.now);

export const isConflict = (value: unknown): value is CheckoutConflict =>
  isRecord(value) &&
  (value.cart === undefined || isPricedCart(value.cart)) &&
  (value.changes === undefined ||
    (Array.isArray(value.changes) && value.changes.every(isChange))) &&
  (value.orderId === undefined || typeof value.orderId === 'string');

/** Accepts any code, because a page may be older than the shop and not know all codes. */
export const isDecline = (value: unknown): value is NonNullable<Problem['decline']> =>
  isRecord(value) && typeof value.code === 'string';
