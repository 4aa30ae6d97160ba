import { Type } from 'typebox';
import { cartRoutes, ItemChange } from './cart';
import { Checkout, CheckoutResponse, IdempotencyKey, Order, PricedCart } from './checkout';
import { paymentRoutes } from './payment';
import { ProductId, productRoutes } from './product';
import { route } from './route';
import { sessionHeader } from './session';
import { Uuid } from './text';

/** The header of routes that belong to one shopper. */
const shopper = {
  [sessionHeader]: Type.Optional(
    Type.String({
      description:
        'The session. The first thing put into a cart without one starts it: that response has its id in this header.',
    }),
  ),
};
const withShopper = Type.Object(shopper);
const item = Type.Object({ productId: ProductId });

const { charge } = paymentRoutes;

/** The public API: the routes of api-gateway that the storefront calls through web-gateway. */
export const shopRoutes = {
  listCategories: route({
    method: 'GET',
    path: '/api/categories',
    summary: productRoutes.categories.summary,
    response: productRoutes.categories.response,
  }),
  listProducts: route({
    method: 'GET',
    path: '/api/products',
    summary: productRoutes.list.summary,
    querystring: productRoutes.list.querystring,
    response: productRoutes.list.response,
  }),
  readProduct: route({
    method: 'GET',
    path: '/api/products/:id',
    summary: productRoutes.read.summary,
    params: productRoutes.read.params,
    response: productRoutes.read.response,
    problems: productRoutes.read.problems,
  }),
  searchProducts: route({
    method: 'GET',
    path: '/api/search',
    summary: productRoutes.search.summary,
    querystring: productRoutes.search.querystring,
    response: productRoutes.search.response,
    hasObjective: true,
  }),
  suggestNames: route({
    method: 'GET',
    path: '/api/suggestions',
    summary: productRoutes.suggest.summary,
    querystring: productRoutes.suggest.querystring,
    response: productRoutes.suggest.response,
  }),
  readCart: route({
    method: 'GET',
    path: '/api/cart',
    summary: "The shopper's cart",
    headers: withShopper,
    response: { 200: PricedCart },
  }),
  putCartItem: route({
    method: 'PUT',
    path: '/api/cart/items/:productId',
    summary: 'Set how many of a product are in the cart',
    headers: withShopper,
    params: item,
    body: ItemChange,
    response: { 200: PricedCart },
    problems: cartRoutes.setQuantity.problems,
  }),
  removeCartItem: route({
    method: 'DELETE',
    path: '/api/cart/items/:productId',
    summary: 'Take a product out of the cart',
    headers: withShopper,
    params: item,
    response: { 200: PricedCart },
  }),
  clearCart: route({
    method: 'DELETE',
    path: '/api/cart',
    summary: 'Empty the cart',
    headers: withShopper,
    response: { 200: PricedCart },
  }),
  checkout: route({
    method: 'POST',
    path: '/api/checkout',
    summary: 'Buy the cart as it was shown, once for each Idempotency-Key',
    description: [
      'Send the cart back as GET /api/cart gave it. 409 when it is not the cart any more:',
      '`cart-changed`, `price-changed`, `product-withdrawn` and `cart-empty` (`conflict` has the cart',
      'as it is and what changed; nothing was charged), `payment-under-way` (another key pays this',
      'cart), `cart-already-paid` (`conflict.orderId`), `idempotency-key-reused` (a key belongs to one',
      'request: who, which card, which cart). 422 for a card that has expired or whose number is none:',
      'no schema tells. After 502 and 504 the same request with the same key',
      'finds out how it ended, and never charges twice.',
    ].join(' '),
    headers: Type.Object({ ...shopper, 'idempotency-key': IdempotencyKey }),
    body: Checkout,
    response: { 201: CheckoutResponse },
    hasObjective: true,
    problems: {
      ...charge.problems,
      409: [
        'cart-changed',
        'price-changed',
        'product-withdrawn',
        'cart-empty',
        ...charge.problems[409],
      ],
    },
  }),
  readOrder: route({
    method: 'GET',
    path: '/api/orders/:id',
    summary: "One of the shopper's orders",
    headers: withShopper,
    params: Type.Object({ id: Uuid }),
    response: { 200: Order },
    problems: paymentRoutes.readOrder.problems,
  }),
};
export type ShopRoutes = typeof shopRoutes;
export type ShopEndpoint = keyof ShopRoutes;

/** All requests that web-gateway forwards to api-gateway. */
export const shopPattern = '/api/*';
