/** The data that the checkout passes to the confirmation page in the browser's history state. */
export interface OrderPlaced {
  cartCleared: boolean;
}

/** Checks the shape, because the history's state survives reloads and may come from other code. */
export const isOrderPlaced = (state: unknown): state is OrderPlaced =>
  typeof state === 'object' &&
  state !== null &&
  'cartCleared' in state &&
  typeof state.cartCleared === 'boolean';
