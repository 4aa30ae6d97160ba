import type { Checkout } from '@faultline/contracts';

/** Where the key waits for the next try, so that reloading the page does not lose it. */
export interface KeyStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/**
 * How a try ended. `final`: paid, declined or refused for good. `refused`: turned away before any
 * charge. `unknown`: it may still go through.
 */
export type TryOutcome = 'final' | 'refused' | 'unknown';

const entry = 'fieldnote.purchase-key';

/** 128 random bits. Not randomUUID: browsers offer that on secure origins only. */
export const randomKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/**
 * The Idempotency-Key of the purchase under way. While its outcome is unknown the same details get
 * the same key, so that trying again cannot charge twice; other details are another purchase. After
 * a reload the page no longer knows the details (card numbers are not stored): the first try then
 * takes the waiting key, and the server refuses it if the details differ.
 */
export const createPurchaseKey = (storage: KeyStorage, newKey: () => string = randomKey) => {
  let sentDetails: string | undefined;
  let earlierTryUnknown = false;

  return {
    /** Whether an earlier try has no known outcome. */
    isInDoubt: (): boolean => storage.getItem(entry) !== null,

    /** The key for a try with these details. It waits in the storage from now on. */
    keyFor: (checkout: Checkout): string => {
      const details = JSON.stringify(checkout);
      const waiting = storage.getItem(entry);
      const sameDetails = sentDetails === undefined || sentDetails === details;
      sentDetails = details;
      earlierTryUnknown = waiting !== null && sameDetails;
      if (earlierTryUnknown && waiting !== null) return waiting;
      const key = newKey();
      storage.setItem(entry, key);
      return key;
    },

    /** Ends a try: the key is kept while this one, or an earlier one with it, may go through. */
    endTry: (outcome: TryOutcome): void => {
      if (outcome === 'unknown' || (outcome === 'refused' && earlierTryUnknown)) return;
      storage.removeItem(entry);
      sentDetails = undefined;
    },
  };
};

export type PurchaseKey = ReturnType<typeof createPurchaseKey>;
