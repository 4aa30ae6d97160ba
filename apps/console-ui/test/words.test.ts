import { describe, expect, it } from 'vitest';
import { failedWords, loadWords, reasonWords, shortReason, trafficWords } from '../src/map/words';

const plain = (text: string) => text.replaceAll('\u202f', ' ');
const red = { rate: 31.4, errorShare: 0.0161, p95: 163 };
const reason = (words: string) => ({ rule: 'errors' as const, words, since: 0 });

describe('what a box of the map says', () => {
  it('has rate and duration in one line, short enough for the box', () => {
    expect(plain(loadWords(red))).toBe('31/s · p95 160 ms');
  });

  it('has failures in a line of their own, unless there are next to none', () => {
    expect(plain(failedWords(red))).toBe('1.6 % fail');
    expect(failedWords({ errorShare: 0.0001 })).toBe('');
  });

  it('has the first reason, and how many more there are', () => {
    const reasons = ['16 % of its requests fail', 'p95 over 2 s', '3 errors in its log'].map(
      reason,
    );
    expect(shortReason({ reasons })).toBe('16 % of its requests fail (+2)');
    expect(shortReason({ reasons: reasons.slice(0, 1) })).toBe('16 % of its requests fail');
    expect(shortReason({ reasons: [] })).toBe('');
    expect(reasonWords({ reasons })).toBe(
      '16 % of its requests fail; p95 over 2 s; 3 errors in its log',
    );
  });

  it('is one line elsewhere', () => {
    expect(plain(trafficWords(red))).toBe('31/s · p95 160 ms · 1.6 % fail');
    expect(plain(trafficWords({ rate: 0.5, errorShare: 0 }))).toBe('0.5/s');
  });
});
