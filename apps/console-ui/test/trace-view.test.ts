import { describe, expect, it } from 'vitest';
import { shortId } from '../src/format/short-id';
import { lineIds } from '../src/logs/line-id';
import { readKeys, readView, toggledKeys, viewText } from '../src/trace/view-param';

describe('the address of a trace', () => {
  it('has the part that is shown', () => {
    expect(viewText({ from: 0.25, to: 0.5123456 })).toBe('0.25-0.5123');
    expect(readView('0.25-0.5123')).toEqual({ from: 0.25, to: 0.5123 });
    expect(readView('0-0.5')).toEqual({ from: 0, to: 0.5 });
    expect(viewText({ from: 0, to: 1 })).toBe('');
  });

  it.each(['', '0.5-0.2', 'x', '0.5', '-1-2'])('shows the whole trace for "%s"', (text) => {
    expect(readView(text)).toEqual({ from: 0, to: 1 });
  });

  it('has the rows that are closed or unfolded', () => {
    expect(toggledKeys('', 'a1')).toBe('a1');
    expect(toggledKeys('a1', 'b2')).toBe('a1.b2');
    expect(toggledKeys('a1.b2', 'a1')).toBe('b2');
    expect([...readKeys('a1.b2')]).toEqual(['a1', 'b2']);
    expect([...readKeys('')]).toEqual([]);
  });
});

it('a log line has an id by what it says, the same in each browser', () => {
  const line = {
    time: 1_795_714_000_123,
    service: 'cart',
    level: 'info',
    message: 'request',
    attributes: { requestId: 'a' },
  };
  const other = { ...line, attributes: { requestId: 'b' } };
  const ids = lineIds([line, other]);
  expect(ids[0]).not.toBe(ids[1]);
  expect(ids[0]).toMatch(/^1795714000123-[0-9a-z]+$/);
  expect(lineIds([other, { ...line }])).toEqual(ids.toReversed());
  expect(shortId('')).toBe('ztntfp');

  // Equal lines have an id each, which stays when one more comes before them.
  const equal = lineIds([line, line]);
  expect(new Set(equal).size).toBe(2);
  expect(lineIds([line, line, line]).slice(1)).toEqual(equal);
});
