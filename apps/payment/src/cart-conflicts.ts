import type { Charge, CheckoutConflict } from '@faultline/contracts';
import { ProblemError } from '@faultline/service';

const cartProblem = (code: string, message: string, conflict?: CheckoutConflict): ProblemError =>
  new ProblemError(409, code, message, { errors: [{ field: 'cart', message }], conflict });

/** 409: the cart has become an order already. */
export const cartPaid = ({ orderId }: Charge): ProblemError =>
  cartProblem('cart-already-paid', 'This cart has been paid already.', { orderId });

/** 409: another key pays the cart, and how that ends is not known yet. */
export const paymentUnderWay = (): ProblemError =>
  cartProblem('payment-under-way', 'Another payment of this cart is under way.');
