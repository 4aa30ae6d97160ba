import { describe, expect, it } from 'vitest';
import { isSteady } from '../src/benches/memory';

const steady = [1000, 1004, 1001, 1009, 1003, 1002, 1000, 1005];

describe('a size', () => {
  it('is steady when its last readings lie within a hundredth', () => {
    expect(isSteady([500, 900, ...steady])).toBe(true);
  });

  it('is not steady while it grows', () => {
    expect(isSteady([...steady, 1012])).toBe(false);
  });

  it('is not steady before there are enough readings', () => {
    expect(isSteady(steady.slice(1))).toBe(false);
  });
});
