import { describe, expect, it } from 'vitest';
import { asksFor, narrowed } from '../src/search/narrow';
import { askedOrder, readSorting, sorted, sortingText } from '../src/traces/sorting';

describe('narrowing a search', () => {
  it('asks for a value too', () => {
    expect(narrowed('status:ERROR', 'product.id', 'enamel-mug')).toBe(
      'status:ERROR product.id:enamel-mug',
    );
  });

  it('puts quotes around what is not a word', () => {
    expect(narrowed('', 'http.route', '/api/products')).toBe('http.route:"/api/products"');
    expect(narrowed('', 'error', 'say "no"')).toBe('error:"say \\"no\\""');
    expect(narrowed('', 'http.response.status_code', 500)).toBe('http.response.status_code:500');
    expect(narrowed('', 'error.type', '53300')).toBe('error.type:"53300"');
    expect(narrowed('', 'service.version', '0.1.0')).toBe('service.version:"0.1.0"');
    expect(narrowed('', 'odd key', 'a*')).toBe('"odd key":"a*"');
  });

  it('does not ask twice', () => {
    expect(narrowed('level:error', 'level', 'error')).toBe('level:error');
  });

  it('leaves out what it asked for before, and the other way round', () => {
    expect(narrowed('level:error service:cart', 'level', 'error', true)).toBe(
      'service:cart -level:error',
    );
    expect(narrowed('-level:error', 'level', 'error')).toBe('level:error');
    expect(narrowed('name:"a b" x', 'name', 'a b', true)).toBe('x -name:"a b"');
  });

  it('narrows all of a search with alternatives', () => {
    const once = narrowed('a:1 OR -level:error', 'level', 'error');
    expect(once).toBe('(a:1 OR -level:error) level:error');
    expect(narrowed(once, 'b', 'c')).toBe(`${once} b:c`);
    expect(narrowed(once, 'level', 'error')).toBe(once);
  });

  it('takes what stands within quotes for text', () => {
    expect(narrowed('"a level:error b"', 'level', 'error')).toBe('"a level:error b" level:error');
    expect(asksFor('"a level:error b"', 'level', 'error')).toBe(false);
    expect(asksFor('x level:error', 'level', 'error')).toBe(true);
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
    longestHit: 1,
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

  it('is asked of the console where the largest come first', () => {
    const asked = (text: string | null) => askedOrder(readSorting(text));
    expect([null, 'duration', 'spans', 'errors'].map(asked)).toEqual([
      'start',
      'duration',
      'spans',
      'errors',
    ]);
    expect(['-duration', 'name', '-start'].map(asked)).toEqual(['start', 'start', 'start']);
  });

  it('is written into the address as it is read', () => {
    expect(order('duration')).toBe('acb');
    expect(order('-duration')).toBe('bca');
    expect(sortingText(readSorting('-duration'))).toBe('-duration');
  });
});
