import type { Card } from '../checkout';

/** A card that the sandbox provider accepts. */
export const goodCard: Card = {
  number: '4242424242424242',
  expMonth: 12,
  expYear: 2039,
  cvc: '123',
};
