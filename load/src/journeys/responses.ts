import type {
  Category,
  CheckoutResponse,
  Money,
  Order,
  PricedCart,
  PricedLine,
  Problem,
  Product,
  ProductPage,
} from '@faultline/contracts';

/*
 * Whether a response's body has the shape the contracts promise. Written by hand, because k6 cannot
 * load the schema library.
 */
export type Guard<Body> = (body: unknown) => body is Body;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const isText = (value: unknown): value is string => typeof value === 'string';

const isArrayOf = <Item>(value: unknown, isItem: Guard<Item>): value is Item[] =>
  Array.isArray(value) && value.every(isItem);

/** `{ items: [...] }`, as every list is. */
export const isListOf =
  <Item>(isItem: Guard<Item>): Guard<{ items: Item[] }> =>
  (body): body is { items: Item[] } =>
    isRecord(body) && isArrayOf(body.items, isItem);

const isMoney: Guard<Money> = (value): value is Money =>
  isRecord(value) && Number.isInteger(value.amount) && value.currency === 'EUR';

export const isCategory: Guard<Category> = (value): value is Category =>
  isRecord(value) && isText(value.id) && isText(value.name) && Number.isInteger(value.products);

export const isProduct: Guard<Product> = (value): value is Product =>
  isRecord(value) &&
  [value.id, value.name, value.description, value.category, value.imageUrl].every(isText) &&
  isMoney(value.price);

export const isProductPage: Guard<ProductPage> = (body): body is ProductPage =>
  isRecord(body) &&
  isArrayOf(body.items, isProduct) &&
  [body.page, body.size, body.total].every(Number.isInteger);

const isLine: Guard<PricedLine> = (value): value is PricedLine =>
  isRecord(value) &&
  isText(value.productId) &&
  isText(value.name) &&
  Number.isInteger(value.quantity) &&
  isMoney(value.price) &&
  isMoney(value.lineTotal);

export const isCart: Guard<PricedCart> = (body): body is PricedCart =>
  isRecord(body) &&
  (body.id === null || isText(body.id)) &&
  isArrayOf(body.items, isLine) &&
  isMoney(body.total) &&
  Array.isArray(body.unavailable);

const isPurchase = (body: unknown): body is Omit<Order, 'createdAt'> =>
  isRecord(body) &&
  isText(body.orderId) &&
  isText(body.paymentId) &&
  isMoney(body.total) &&
  isArrayOf(body.lines, isLine);

export const isCheckoutResponse: Guard<CheckoutResponse> = (body): body is CheckoutResponse =>
  isPurchase(body) && 'cartCleared' in body && typeof body.cartCleared === 'boolean';

export const isOrder: Guard<Order> = (body): body is Order =>
  isPurchase(body) && 'createdAt' in body && isText(body.createdAt);

export const isProblem: Guard<Problem> = (body): body is Problem =>
  isRecord(body) && isText(body.code) && isText(body.requestId) && Number.isInteger(body.status);
