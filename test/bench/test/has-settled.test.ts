import { describe, expect, it } from 'vitest';
import { hasSettled } from '../src/shop/has-settled';

const steady = [1000, 1004, 1001, 1009, 1003, 1002, 1000, 1005];

describe('a size', () => {
  it('has settled when its last readings lie within a hundredth', () => {
    expect(hasSettled([500, 900, ...steady])).toBe(true);
  });

  it('has not settled while it grows', () => {
    expect(hasSettled([...steady, 1012])).toBe(false);
  });

  it('has not settled before there are enough readings', () => {
    expect(hasSettled(steady.slice(1))).toBe(false);
  });
});
