export {
  type CartClient,
  CartContents,
  CartId,
  CartIdentity,
  CartItem,
  cartClient,
  ItemQuantity,
} from './cart';
export {
  Card,
  CartChange,
  Checkout,
  CheckoutAnswer,
  CheckoutConflict,
  IdempotencyKey,
  longestIdentifier,
  Order,
  PricedCart,
  PricedLine,
} from './checkout';
export { HealthEntry, HealthReport, HealthState } from './health';
export type { Call, HttpCaller } from './http-caller';
export { add, Currency, Money, multiply, sum } from './money';
export { Charge, ChargeRequest, ChargeState, type PaymentClient, paymentClient } from './payment';
export { FieldError, Problem } from './problem';
export {
  Category,
  CategoryList,
  ListQuery,
  Product,
  type ProductClient,
  ProductId,
  ProductList,
  ProductPage,
  productClient,
  SearchQuery,
  SuggestionList,
  SuggestionQuery,
} from './product';
export { Session, type SessionClient, SessionId, sessionClient, sessionHeader } from './session';
export { StorableText, Uuid } from './text';
