import type { CheckoutResponse, PricedCart } from '@faultline/contracts';
import { useRef, useState } from 'react';
import { asFailure } from '../api/failure';
import { shop } from '../api/shop';
import { showCartAfter } from '../cart/cart-after-refusal';
import { cartStore } from '../cart/use-cart';
import { explainPurchaseFailure, type PurchaseFailure } from './purchase-failure';
import { type FieldMessages, type PurchaseForm, readForm } from './purchase-form';
import { purchaseKey } from './purchase-key-of-page';

export type Purchase =
  | { state: 'filling' }
  | { state: 'incomplete'; errors: FieldMessages }
  | { state: 'paying' }
  | { state: 'failed'; failure: PurchaseFailure };

/** Sends the purchase, one try at a time. `onOrder` is called with the order, once there is one. */
export const usePurchase = (onOrder: (response: CheckoutResponse) => void) => {
  const [purchase, setPurchase] = useState<Purchase>({ state: 'filling' });
  const [tried, setTried] = useState(() => purchaseKey.triedCart());
  const paying = useRef(false);

  /** Pays the cart that the page shows. */
  const pay = async (form: PurchaseForm, cart: PricedCart): Promise<Purchase['state']> => {
    // A ref, because the button may be pressed twice before the next render.
    if (paying.current) return 'paying';
    const read = readForm(form);
    if ('errors' in read) {
      setPurchase({ state: 'incomplete', errors: read.errors });
      return 'incomplete';
    }
    paying.current = true;
    setPurchase({ state: 'paying' });
    try {
      const key = purchaseKey.keyFor(read.payer, cart);
      const response = await shop.checkout({ ...read.payer, cart }, key);
      purchaseKey.endTry('final');
      onOrder(response);
      return 'paying';
    } catch (thrown) {
      const failure = explainPurchaseFailure(asFailure(thrown));
      purchaseKey.endTry(failure.outcome);
      setTried(purchaseKey.triedCart());
      showCartAfter(failure.cause, cartStore);
      setPurchase({ state: 'failed', failure });
      return 'failed';
    } finally {
      paying.current = false;
    }
  };

  return {
    purchase,
    /** The cart of a try whose result is unknown; it is paid until the result is known. */
    tried,
    pay,
  };
};
