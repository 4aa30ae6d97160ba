import { describe, expect, it } from 'vitest';
import { type Place, pageOfList } from '../../src/views/pages';

interface Entry {
  at: number;
  name: string;
}

const placeOf = ({ at, name }: Entry): Place => ({ order: [-at], id: name });
const entries = [5, 4, 4, 3, 2, 1].map((at, index) => ({ at, name: `entry ${index}` }));
const namesOf = ({ items }: { items: Entry[] }) => items.map(({ name }) => name);

const cursorAfter = (limit: number): string => {
  const { next } = pageOfList(entries, placeOf, { limit });
  if (next === undefined) throw new Error('there is no next page');
  return next;
};

describe('a page of a list', () => {
  it('goes on behind the entry that its cursor names, whatever came meanwhile', () => {
    const newer = [{ at: 9, name: 'new' }, { at: 6, name: 'new, too' }, ...entries];
    const page = pageOfList(newer, placeOf, { limit: 2, cursor: cursorAfter(2) });
    expect(namesOf(page)).toEqual(['entry 2', 'entry 3']);
    expect(page).toMatchObject({ total: 8, truncated: true });
  });

  it('goes on where the entry was if it is gone', () => {
    const left = entries.filter(({ name }) => name !== 'entry 3');
    expect(namesOf(pageOfList(left, placeOf, { cursor: cursorAfter(4) }))).toEqual([
      'entry 4',
      'entry 5',
    ]);
    expect(namesOf(pageOfList(left.slice(0, 2), placeOf, { cursor: cursorAfter(4) }))).toEqual([]);
  });

  it.each(['x', '0', '50', '-1', '', '1.', '1_2_3_4_5.AAAAAAAAAAAAAAAA', '1.AAAAAAAAAAAAAAAAA'])(
    'is refused for the cursor "%s"',
    (cursor) => {
      expect(() => pageOfList(entries, placeOf, { cursor })).toThrow(
        expect.objectContaining({
          statusCode: 400,
          code: 'invalid-cursor',
          errors: [expect.objectContaining({ field: 'cursor' })],
        }),
      );
    },
  );
});
