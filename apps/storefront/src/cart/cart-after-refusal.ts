import type { Failure } from '../api/failure';
import type { CartStore } from './cart-store';

/**
 * Updates the cart after a purchase was refused because of it: from the refusal, or else by a request
 * to the server. A page that still shows its old cart would be refused again and again.
 */
export const showCartAfter = (
  { status, problem }: Failure,
  cartStore: Pick<CartStore, 'show' | 'reload'>,
): void => {
  const cart = problem?.conflict?.cart;
  if (cart) cartStore.show(cart);
  else if (status === 409) void cartStore.reload();
};
