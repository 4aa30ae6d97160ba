import { useEffect, useSyncExternalStore } from 'react';
import { shop } from '../api/shop';
import { type CartSnapshot, createCartStore } from './cart-store';

/** The cart of this page's shopper. */
export const cartStore = createCartStore(shop);

export const useCart = (): CartSnapshot =>
  useSyncExternalStore(cartStore.subscribe, cartStore.snapshot);

/** Reads the cart at the start, and again when the shopper returns, perhaps from another tab. */
export const useCartUpkeep = (): void => {
  useEffect(() => {
    void cartStore.reload();
    const onReturn = () => {
      if (document.visibilityState === 'visible') void cartStore.reload();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => document.removeEventListener('visibilitychange', onReturn);
  }, []);
};
