import { describe, expect, it } from 'vitest';
import { dailyShelves } from '../src/catalogue/selection';

const categories = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({
  id,
  name: id,
  products: 13,
}));
const on = (day: string) => ({ shelves: 3, size: 4, now: new Date(`${day}T12:00:00Z`) });

describe("the day's shelves", () => {
  it('come from different categories', () => {
    const ids = dailyShelves(categories, on('2026-03-01')).map(({ category }) => category.id);
    expect(new Set(ids).size).toBe(3);
  });

  it('are the same all day and others the next', () => {
    const today = dailyShelves(categories, on('2026-03-01'));
    expect(dailyShelves(categories, on('2026-03-01'))).toEqual(today);
    expect(dailyShelves(categories, on('2026-03-02'))).not.toEqual(today);
  });

  it('are full pages', () => {
    const pages = Array.from({ length: 28 }, (_, index) =>
      dailyShelves(categories, on(`2026-02-${String(index + 1).padStart(2, '0')}`)),
    ).flatMap((shelves) => shelves.map(({ page }) => page));
    expect(new Set(pages)).toEqual(new Set([1, 2, 3]));
  });

  it('leave out empty categories and stop when there are no more', () => {
    const few = [
      { id: 'empty', name: 'Empty', products: 0 },
      { id: 'small', name: 'Small', products: 2 },
    ];
    const shelves = dailyShelves(few, on('2026-03-01'));
    expect(shelves.map(({ category, page }) => [category.id, page])).toEqual([['small', 1]]);
  });
});
