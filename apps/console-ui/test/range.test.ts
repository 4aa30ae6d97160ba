import { describe, expect, it } from 'vitest';
import { frozen, lengthText, readRange, shifted, windowOf, withRange } from '../src/time/range';

const now = Date.parse('2026-03-01T12:00:00.000Z');
const minute = 60_000;
const read = (search: string) => readRange(new URLSearchParams(search));

describe('the time in an address', () => {
  it('is live by default, for 15 minutes', () => {
    expect(read('')).toEqual({ live: true, length: 15 * minute });
    expect(read('last=1h')).toEqual({ live: true, length: 60 * minute });
  });

  it('is absolute with an end', () => {
    const range = read('from=2026-03-01T11:00:00.000Z&to=2026-03-01T11:10:00.000Z');
    expect(range).toEqual({
      live: false,
      length: 10 * minute,
      from: Date.parse('2026-03-01T11:00:00Z'),
      to: Date.parse('2026-03-01T11:10:00Z'),
    });
  });

  it.each(['last=-5m', 'last=soon', 'to=yesterday', 'from=1'])('ignores %s', (search) => {
    expect(read(search)).toEqual({ live: true, length: 15 * minute });
  });

  it('has no negative length', () => {
    const range = read(`from=${now}&to=${now - minute}`);
    expect(range).toMatchObject({ length: 15 * minute, to: now - minute });
  });

  it('is read as it was written, and leaves other parameters alone', () => {
    const range = { live: false, length: minute, from: now - minute, to: now } as const;
    const params = withRange(new URLSearchParams('q=status:ERROR&last=5m'), range);
    expect(readRange(params)).toEqual(range);
    expect(params.get('q')).toBe('status:ERROR');
    expect(withRange(params, { live: true, length: 15 * minute }).toString()).toBe(
      'q=status%3AERROR',
    );
  });

  it('of a copied link stays when time moves on', () => {
    const params = withRange(new URLSearchParams(), frozen({ live: true, length: minute }, now));
    expect(windowOf(readRange(params), now + 1e6)).toEqual({ from: now - minute, to: now });
  });

  it('moves by shares of its length, up to the present', () => {
    const earlier = shifted({ live: true, length: 10 * minute }, -0.5, now);
    expect(earlier).toMatchObject({ live: false, to: now - 5 * minute, from: now - 15 * minute });
    expect(shifted(earlier, 0.5, now)).toEqual({ live: true, length: 10 * minute });
  });

  it('has its length in words', () => {
    expect([90_000, 5 * minute, 120 * minute].map(lengthText)).toEqual(['90s', '5m', '2h']);
  });
});
