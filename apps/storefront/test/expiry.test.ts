import { describe, expect, it } from 'vitest';
import { isPast, readExpiry, typeExpiry } from '../src/checkout/expiry';

describe('an expiry', () => {
  it.each(['12/29', '12 / 29', '12/2029', '1229', '12-29'])('is read from %j', (text) => {
    expect(readExpiry(text)).toEqual({ month: 12, year: 2029 });
  });

  it.each(['', '12', '13/29', '0/29', '1/2/29', 'soon', '12/203'])('is not in %j', (text) => {
    expect(readExpiry(text)).toBeUndefined();
  });

  it('is good until its month ends', () => {
    const today = new Date(2027, 4, 31);
    expect(isPast({ month: 5, year: 2027 }, today)).toBe(false);
    expect(isPast({ month: 4, year: 2027 }, today)).toBe(true);
    expect(isPast({ month: 12, year: 2026 }, today)).toBe(true);
    expect(isPast({ month: 1, year: 2028 }, today)).toBe(false);
  });
});

describe('the slash', () => {
  it('comes after the month while somebody types', () => {
    expect(typeExpiry('1', '12')).toBe('12/');
    expect(typeExpiry('', '5')).toBe('05/');
    expect(typeExpiry('12/', '12/2')).toBe('12/2');
  });

  it('does not come back while somebody deletes', () => {
    expect(typeExpiry('12/', '12')).toBe('12');
  });

  it('waits for the second digit of a month that may have one', () => {
    expect(typeExpiry('', '1')).toBe('1');
    expect(typeExpiry('1', '13')).toBe('13');
  });
});
