import { createPurchaseKey } from './purchase-key';

/** The key of this browser tab's purchase. */
export const purchaseKey = createPurchaseKey(sessionStorage);
