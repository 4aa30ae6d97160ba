import type { Failure } from '../api/failure';
import type { CartStore } from './cart-store';

/**
 * Shows what is in the cart after a purchase was refused because of it: as the refusal says, or else as the
 * server says when it is asked, for a page that shows its old cart would be refused for ever.
 */
export const showCartAfter = (
  { status, problem }: Failure,
  cartStore: Pick<CartStore, 'show' | 'reload'>,
): void => {
  const cart = problem?.conflict?.cart;
  if (cart) cartStore.show(cart);
  else if (status === 409) void cartStore.reload();
};
