import { expect, it } from 'vitest';
import { isOrderPlaced } from '../src/checkout/order-placed';

it("takes only its own shape from the browser's history", () => {
  expect(isOrderPlaced({ cartCleared: false })).toBe(true);
  for (const other of [null, undefined, 'text', {}, { cartCleared: 'yes' }]) {
    expect(isOrderPlaced(other)).toBe(false);
  }
});
