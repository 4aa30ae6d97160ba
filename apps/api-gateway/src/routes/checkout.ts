import {
  Checkout,
  CheckoutAnswer,
  IdempotencyKey,
  Order,
  OrderId,
  type PaymentClient,
} from '@faultline/contracts';
import { notFound, type Routes } from '@faultline/service';
import { Type } from 'typebox';
import { type CheckoutService, cartEmpty } from '../checkout';
import type { Sessions } from '../sessions';

interface Dependencies {
  checkout: CheckoutService;
  payments: PaymentClient;
  sessions: Sessions;
}

const buy = {
  summary: 'Buy what is in the cart, once for each Idempotency-Key',
  headers: Type.Object({ 'idempotency-key': IdempotencyKey }),
  body: Checkout,
  response: { 201: CheckoutAnswer },
};
const readOrder = {
  summary: "One of the shopper's orders",
  params: Type.Object({ id: OrderId }),
  response: { 200: Order },
};

export const checkoutRoutes: Routes<Dependencies> = async (
  app,
  { checkout, payments, sessions },
) => {
  app.post('/api/checkout', { schema: buy }, async (request, reply) => {
    const session = await sessions.find(request);
    if (!session) throw cartEmpty();
    const key = request.headers['idempotency-key'];
    return reply.code(201).send(await checkout.checkout(session, key, request.body));
  });

  app.get('/api/orders/:id', { schema: readOrder }, async (request) => {
    const session = await sessions.find(request);
    if (!session) throw notFound('unknown-order', 'id', 'There is no such order.');
    const charge = await payments.readOrder(session, request.params.id);
    const { orderId, id: paymentId, total, lines, createdAt } = charge;
    return { orderId, paymentId, total, lines, createdAt };
  });
};
