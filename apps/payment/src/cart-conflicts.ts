import { type Charge, paymentRoutes } from '@faultline/contracts';
import { type ProblemError, problemOf } from '@faultline/service';

const { charge: route } = paymentRoutes;

/** 409: the cart is already paid. */
export const cartPaid = ({ orderId }: Charge): ProblemError =>
  problemOf(route, 'cart-already-paid', 'This cart has been paid already.', {
    field: 'cart',
    extensions: { conflict: { orderId } },
  });

/** 409: a charge with another key is in progress for the cart. */
export const paymentUnderWay = (): ProblemError =>
  problemOf(route, 'payment-under-way', 'Another payment of this cart is under way.', {
    field: 'cart',
  });
