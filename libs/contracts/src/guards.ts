// Imports only types, because k6 and the storefront load this file itself: TypeBox would enlarge the storefront's
// script by a seventh, and k6 cannot load it.
import type {
  CartChange,
  CartItem,
  Category,
  CheckoutConflict,
  CheckoutResponse,
  FieldError,
  Money,
  Order,
  PricedCart,
  PricedLine,
  Problem,
  Product,
  ProductPage,
} from '.';

/** Whether a value, such as the body of a response, has the shape of its schema. */
export type Guard<Value> = (value: unknown) => value is Value;

type FieldGuards<Value> = {
  [Key in keyof Value]-?: Record<never, never> extends Pick<Value, Key>
    ? Guard<Value[Key] | undefined>
    : Guard<Value[Key]>;
};

/** An object with these fields; others are allowed. The compiler asks for a guard of each field. */
export const objectOf = <Value extends object>(fields: FieldGuards<Value>): Guard<Value> => {
  const guards = Object.entries<Guard<unknown>>(fields);
  return (value): value is Value =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    guards.every(([name, isField]) => isField(Reflect.get(value, name)));
};

export const arrayOf =
  <Item>(isItem: Guard<Item>): Guard<Item[]> =>
  (value): value is Item[] =>
    Array.isArray(value) && value.every(isItem);

export const optional =
  <Value>(isValue: Guard<Value>): Guard<Value | undefined> =>
  (value): value is Value | undefined =>
    value === undefined || isValue(value);

export const isText = (value: unknown): value is string => typeof value === 'string';

export const isInteger = (value: unknown): value is number => Number.isInteger(value);

export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);

const isEuro = (value: unknown): value is Money['currency'] => value === 'EUR';

/** Accepts any code, because a page may be older than the shop and not know all codes. */
const isCode = <Code extends string>(value: unknown): value is Code => isText(value);

const isMoney = objectOf<Money>({ amount: isInteger, currency: isEuro });

export const isProduct = objectOf<Product>({
  id: isText,
  name: isText,
  description: isText,
  category: isText,
  price: isMoney,
  imageUrl: isText,
});

export const isProductPage = objectOf<ProductPage>({
  items: arrayOf(isProduct),
  page: isInteger,
  size: isInteger,
  total: isInteger,
});

export const isCategoryList = objectOf<{ items: Category[] }>({
  items: arrayOf(objectOf<Category>({ id: isText, name: isText, products: isInteger })),
});

export const isNameList = objectOf<{ items: string[] }>({ items: arrayOf(isText) });

const isPricedLine = objectOf<PricedLine>({
  productId: isText,
  name: isText,
  quantity: isInteger,
  price: isMoney,
  lineTotal: isMoney,
});

export const isPricedCart = objectOf<PricedCart>({
  id: isTextOrNull,
  items: arrayOf(isPricedLine),
  total: isMoney,
  unavailable: arrayOf(objectOf<CartItem>({ productId: isText, quantity: isInteger })),
});

const purchase = {
  orderId: isText,
  paymentId: isText,
  total: isMoney,
  lines: arrayOf(isPricedLine),
};

export const isCheckoutResponse = objectOf<CheckoutResponse>({
  ...purchase,
  cartCleared: isBoolean,
});

export const isOrder = objectOf<Order>({ ...purchase, createdAt: isText });

const isQuantityAndPrice = objectOf<NonNullable<CartChange['now']>>({
  quantity: isInteger,
  price: isMoney,
});

const isCartChange = objectOf<CartChange>({
  reason: isCode,
  productId: isText,
  name: isText,
  before: optional(isQuantityAndPrice),
  now: optional(isQuantityAndPrice),
});

export const isProblem = objectOf<Problem>({
  type: isText,
  title: isText,
  status: isInteger,
  detail: optional(isText),
  code: isText,
  requestId: isText,
  errors: optional(arrayOf(objectOf<FieldError>({ field: isText, message: isText }))),
  conflict: optional(
    objectOf<CheckoutConflict>({
      cart: optional(isPricedCart),
      changes: optional(arrayOf(isCartChange)),
      orderId: optional(isText),
    }),
  ),
  decline: optional(objectOf<NonNullable<Problem['decline']>>({ code: isCode })),
  position: optional(isInteger),
});
