/** What the checkout hands to the confirmation page, through the browser's history. */
export interface OrderPlaced {
  cartCleared: boolean;
}

/** The history's state outlives reloads and may be anybody's: only this shape counts. */
export const isOrderPlaced = (state: unknown): state is OrderPlaced =>
  typeof state === 'object' &&
  state !== null &&
  'cartCleared' in state &&
  typeof state.cartCleared === 'boolean';
