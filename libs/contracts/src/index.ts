export {
  type CartClient,
  CartContents,
  CartItem,
} from './cart';
export {
  Card,
  CartChange,
  Checkout,
  CheckoutConflict,
  CheckoutResponse,
  IdempotencyKey,
  maxIdentifierLength,
  Order,
  PricedCart,
  PricedLine,
} from './checkout';
export { type Client, clientOf } from './client';
export { HealthEntry, HealthReport, HealthState, healthPath } from './health';
export type { Call, HttpCaller, RequestParts } from './http-caller';
export { add, Money, multiply, sum } from './money';
export { filePattern, pages } from './pages';
export {
  Charge,
  ChargeRequest,
  type DeclineCode,
  declineCodes,
  type PaymentClient,
  type ProviderDeclineCode,
} from './payment';
export {
  ProviderCharge,
  ProviderChargeRequest,
  providerRoutes,
  unknownCharge,
} from './payment-provider';
export { FieldError, Problem, type ProblemExtensions } from './problem';
export {
  Category,
  ListQuery,
  Product,
  type ProductClient,
  ProductId,
  ProductPage,
  SearchQuery,
} from './product';
export {
  type ProblemCodeOf,
  type RequestOf,
  type ResponseOf,
  type Route,
  type RouteTable,
  route,
  routeName,
  successOf,
  withDefault,
} from './route';
export { serviceRoutes } from './service-routes';
export * from './service-tables';
export { Session, type SessionClient, SessionId, sessionHeader } from './session';
export { type ShopEndpoint, type ShopRoutes, shopPattern, shopRoutes } from './shop';
export { targetOf } from './target';
export { StorableText, Uuid } from './text';
