import type { Checkout, PricedCart } from '@faultline/contracts';
import { isPricedCart, isText, objectOf } from '@faultline/contracts/guards';
import { parseJson } from '../api/parse-json';

export type Payer = Omit<Checkout, 'cart'>;

/** The storage entry of the key, so that reloading the page does not lose it. */
export interface KeyStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/**
 * The result of a try. `final`: paid, declined or permanently refused. `refused`: refused before any
 * charge. `unknown`: it may still succeed.
 */
export type TryOutcome = 'final' | 'refused' | 'unknown';

const entry = 'fieldnote.purchase';

/** 128 random bits. Not randomUUID: browsers offer that on secure origins only. */
export const randomKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** A purchase that was sent and whose result is unknown. */
interface Waiting {
  key: string;
  cart: PricedCart;
}

/** Checks the shape, because the storage may contain data of an earlier version of this page. */
const isWaiting = objectOf<Waiting>({ key: isText, cart: isPricedCart });

/**
 * The Idempotency-Key of the current purchase. While its result is unknown, the same details get
 * the same key, so that a retry cannot charge twice. Other details or another cart are another
 * purchase. After a reload the page no longer has the details (card numbers are not stored), but still
 * has the cart: the first try then uses the stored key, and the server refuses it if the details
 * differ.
 */
export const createPurchaseKey = (storage: KeyStorage, newKey: () => string = randomKey) => {
  let sentDetails: string | undefined;
  let earlierTryUnknown = false;

  const waiting = (): Waiting | undefined => {
    const value = parseJson(storage.getItem(entry) ?? '');
    return isWaiting(value) ? value : undefined;
  };

  return {
    /** The cart of an earlier try whose result is unknown. */
    triedCart: (): PricedCart | undefined => waiting()?.cart,

    /** The key for a try with these details; it is stored. */
    keyFor: (payer: Payer, cart: PricedCart): string => {
      const details = JSON.stringify([payer, cart]);
      const earlier = waiting();
      const sameCart = JSON.stringify(earlier?.cart) === JSON.stringify(cart);
      const sameDetails = sentDetails === undefined ? sameCart : sentDetails === details;
      sentDetails = details;
      earlierTryUnknown = earlier !== undefined && sameDetails;
      if (earlier && sameDetails) return earlier.key;
      const key = newKey();
      storage.setItem(entry, JSON.stringify({ key, cart } satisfies Waiting));
      return key;
    },

    /** Ends a try: the key is kept while this try, or an earlier one with the same key, may still succeed. */
    endTry: (outcome: TryOutcome): void => {
      if (outcome === 'unknown' || (outcome === 'refused' && earlierTryUnknown)) return;
      storage.removeItem(entry);
      sentDetails = undefined;
    },
  };
};

export type PurchaseKey = ReturnType<typeof createPurchaseKey>;
