import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatNumberOf,
  formatRate,
  formatSeconds,
  formatShare,
} from '../src/format/units';

const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('figures in words', () => {
  it.each([
    [0, '0 ms'],
    [0.0421, '42.1 µs'],
    [0.9999, '1 ms'],
    [12.34, '12.3 ms'],
    [999.4, '999 ms'],
    [999.6, '1 s'],
    [4215, '4.21 s'],
    [200_000, '3 min 20 s'],
  ])('%d milliseconds are %s', (milliseconds, words) => {
    expect(plain(formatDuration(milliseconds))).toBe(words);
  });

  it.each([
    [0, '0 s'],
    [59.6, '1 min'],
    [7500, '2 h 5 min'],
    [-90, '−1 min 30 s'],
    [97_200, '1 d 3 h'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(plain(formatSeconds(seconds))).toBe(words);
  });

  it.each([
    [0, '0 %'],
    [0.004, '0.4 %'],
    [0.00001, '<0.01 %'],
    [0.99987, '99.987 %'],
    [0.12, '12 %'],
    [1, '100 %'],
  ])('a share of %d is %s', (share, words) => {
    expect(plain(formatShare(share))).toBe(words);
  });

  it('rates, counts and bytes have three digits and their unit', () => {
    expect(formatRate(0.4)).toBe('0.4/s');
    expect(formatRate(120.4)).toBe('120/s');
    expect(formatCount(48_310)).toBe('48,310');
    expect(plain(formatBytes(34_120_000))).toBe('34.1 MB');
    expect(formatNumberOf(1, 'fault')).toBe('1 fault');
    expect(formatNumberOf(2, 'fault')).toBe('2 faults');
  });
});
