import { describe, expect, it } from 'vitest';
import { clampQuantity, readQuantity } from '../src/cart/quantity';

describe('a typed quantity', () => {
  it.each([
    ['1', 1],
    [' 12 ', 12],
    ['0', 1],
    ['100', 99],
    ['007', 7],
  ])('%j counts as %i', (text, quantity) => {
    expect(readQuantity(text)).toBe(quantity);
  });

  it.each(['', 'two', '-3', '1.5', '1e3', '9999999'])('%j is none', (text) => {
    expect(readQuantity(text)).toBeUndefined();
  });
});

it('keeps a sum in bounds', () => {
  expect(clampQuantity(98 + 5)).toBe(99);
  expect(clampQuantity(-1)).toBe(1);
});
