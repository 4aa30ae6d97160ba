import { type PaymentClient, sessionHeader, shopRoutes } from '@faultline/contracts';
import { problemOf } from '@faultline/service';
import { cartEmpty } from '../cart-conflict';
import type { CheckoutService } from '../checkout';
import type { Sessions } from '../sessions';
import type { ShopHandlers } from './shop-handlers';

interface Dependencies {
  checkout: CheckoutService;
  payments: PaymentClient;
  sessions: Sessions;
}

export const checkoutHandlers = ({
  checkout,
  payments,
  sessions,
}: Dependencies): ShopHandlers<'checkout' | 'readOrder'> => ({
  checkout: async (request, reply) => {
    const session = await sessions.find(request, reply);
    if (!session) throw cartEmpty(request.body.cart);
    return checkout.checkout(session, request.headers['idempotency-key'], request.body);
  },
  readOrder: async (request, reply) => {
    const session = await sessions.find(request, reply);
    if (!session)
      throw problemOf(shopRoutes.readOrder, 'unknown-order', 'There is no such order.', {
        field: 'id',
      });
    const { orderId, id, total, lines, createdAt } = await payments.readOrder({
      headers: { [sessionHeader]: session },
      params: { orderId: request.params.id },
    });
    return { orderId, paymentId: id, total, lines, createdAt };
  },
});
