import {
  Checkout,
  CheckoutAnswer,
  IdempotencyKey,
  Order,
  type PaymentClient,
  Problem,
  Uuid,
} from '@faultline/contracts';
import { notFound, type Routes } from '@faultline/service';
import { Type } from 'typebox';
import { cartEmpty } from '../cart-conflict';
import type { CheckoutService } from '../checkout';
import { type Sessions, sessionHeaders } from '../sessions';

interface Dependencies {
  checkout: CheckoutService;
  payments: PaymentClient;
  sessions: Sessions;
}

const buy = {
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
  headers: Type.Object({ ...sessionHeaders, 'idempotency-key': IdempotencyKey }),
  body: Checkout,
  response: {
    201: CheckoutAnswer,
    402: Problem,
    409: Problem,
    422: Problem,
    502: Problem,
    504: Problem,
  },
};
const readOrder = {
  summary: "One of the shopper's orders",
  headers: Type.Object(sessionHeaders),
  params: Type.Object({ id: Uuid }),
  response: { 200: Order },
};

export const checkoutRoutes: Routes<Dependencies> = async (
  app,
  { checkout, payments, sessions },
) => {
  app.post('/api/checkout', { schema: buy }, async (request, reply) => {
    const session = await sessions.find(request, reply);
    if (!session) throw cartEmpty(request.body.cart);
    const key = request.headers['idempotency-key'];
    return reply.code(201).send(await checkout.checkout(session, key, request.body));
  });

  app.get('/api/orders/:id', { schema: readOrder }, async (request, reply) => {
    const session = await sessions.find(request, reply);
    if (!session) throw notFound('unknown-order', 'id', 'There is no such order.');
    const charge = await payments.readOrder(session, request.params.id);
    const { orderId, id: paymentId, total, lines, createdAt } = charge;
    return { orderId, paymentId, total, lines, createdAt };
  });
};
