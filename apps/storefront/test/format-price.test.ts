import { expect, it } from 'vitest';
import { formatPrice } from '../src/catalogue/format-price';

it.each([
  [0, '€0.00'],
  [5, '€0.05'],
  [1250, '€12.50'],
  [123456, '€1,234.56'],
])('writes %i cents as %s', (amount, text) => {
  expect(formatPrice({ amount, currency: 'EUR' })).toBe(text);
});
