import { Type } from 'typebox';
import { cartRoutes, ItemChange } from './cart';
import { Checkout, CheckoutAnswer, IdempotencyKey, Order, PricedCart } from './checkout';
import { paymentRoutes } from './payment';
import { ProductId, productRoutes } from './product';
import { type Route, route } from './route';
import { sessionHeader } from './session';
import { shopEndpoints as at, type ShopEndpoint } from './shop-endpoints';
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

/** The public API: what a shopper's page may ask of api-gateway, through web-gateway. */
export const shopRoutes = {
  listCategories: route({
    ...at.listCategories,
    summary: productRoutes.categories.summary,
    response: productRoutes.categories.response,
  }),
  listProducts: route({
    ...at.listProducts,
    summary: productRoutes.list.summary,
    querystring: productRoutes.list.querystring,
    response: productRoutes.list.response,
  }),
  readProduct: route({
    ...at.readProduct,
    summary: productRoutes.read.summary,
    params: productRoutes.read.params,
    response: productRoutes.read.response,
    problems: productRoutes.read.problems,
  }),
  searchProducts: route({
    ...at.searchProducts,
    summary: productRoutes.search.summary,
    querystring: productRoutes.search.querystring,
    response: productRoutes.search.response,
  }),
  suggestNames: route({
    ...at.suggestNames,
    summary: productRoutes.suggest.summary,
    querystring: productRoutes.suggest.querystring,
    response: productRoutes.suggest.response,
  }),
  readCart: route({
    ...at.readCart,
    summary: "The shopper's cart",
    headers: withShopper,
    response: { 200: PricedCart },
  }),
  putCartItem: route({
    ...at.putCartItem,
    summary: 'Set how many of a product are in the cart',
    headers: withShopper,
    params: item,
    body: ItemChange,
    response: { 200: PricedCart },
    problems: cartRoutes.setQuantity.problems,
  }),
  removeCartItem: route({
    ...at.removeCartItem,
    summary: 'Take a product out of the cart',
    headers: withShopper,
    params: item,
    response: { 200: PricedCart },
  }),
  clearCart: route({
    ...at.clearCart,
    summary: 'Empty the cart',
    headers: withShopper,
    response: { 200: PricedCart },
  }),
  checkout: route({
    ...at.checkout,
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
    response: { 201: CheckoutAnswer },
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
    ...at.readOrder,
    summary: "One of the shopper's orders",
    headers: withShopper,
    params: Type.Object({ id: Uuid }),
    response: { 200: Order },
    problems: paymentRoutes.readOrder.problems,
  }),
} satisfies Record<ShopEndpoint, Route>;
export type ShopRoutes = typeof shopRoutes;
