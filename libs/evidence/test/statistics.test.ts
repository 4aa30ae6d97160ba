import { describe, expect, it } from 'vitest';
import { median, spreadOf } from '../src/statistics';

describe('the median', () => {
  it('is the middle value, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('is the mean of the two in the middle of an even number', () => {
    expect(median([10, 2, 4, 100])).toBe(7);
  });

  it('throws without values', () => {
    expect(() => median([])).toThrow('no median of nothing');
  });
});

describe('a spread', () => {
  it('goes from the lowest to the highest reading', () => {
    expect(spreadOf([3, -1, 12, 4, 5])).toEqual({ median: 4, low: -1, high: 12 });
  });
});
