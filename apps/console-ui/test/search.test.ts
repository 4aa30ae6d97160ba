import { describe, expect, it } from 'vitest';
import { narrowed } from '../src/search/narrow';
import { readSorting, sorted, sortingText } from '../src/traces/sorting';

describe('narrowing a search', () => {
  it('asks for a value too', () => {
    expect(narrowed('status:ERROR', 'product.id', 'enamel-mug')).toBe(
      'status:ERROR product.id:enamel-mug',
    );
  });

  it('puts quotes around what is not a word', () => {
    expect(narrowed('', 'http.route', '/api/products')).toBe('http.route:"/api/products"');
    expect(narrowed('', 'error', 'say "no"')).toBe('error:"say \\"no\\""');
    expect(narrowed('', 'http.response.status_code', '500')).toBe('http.response.status_code:500');
  });

  it('does not ask twice', () => {
    expect(narrowed('level:error', 'level', 'error')).toBe('level:error');
  });

  it('leaves out what it asked for before, and the other way round', () => {
    expect(narrowed('level:error service:cart', 'level', 'error', true)).toBe(
      'service:cart -level:error',
    );
    expect(narrowed('-level:error', 'level', 'error')).toBe('level:error');
  });
});

describe('sorting of traces', () => {
  const trace = (traceId: string, start: number, duration: number) => ({
    traceId,
    start,
    duration,
    spans: 1,
    errors: 0,
    hits: 1,
  });
  const traces = [trace('a', 1, 30), trace('b', 2, 10), trace('c', 3, 20)];
  const order = (text: string | null) =>
    sorted(traces, readSorting(text))
      .map(({ traceId }) => traceId)
      .join('');

  it('has the newest first by default', () => {
    expect(order(null)).toBe('cba');
    expect(order('nonsense')).toBe('cba');
  });

  it('is written into the address as it is read', () => {
    expect(order('duration')).toBe('acb');
    expect(order('-duration')).toBe('bca');
    expect(sortingText(readSorting('-duration'))).toBe('-duration');
  });
});
