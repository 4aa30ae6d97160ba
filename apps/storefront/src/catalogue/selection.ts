import type { Category } from '@faultline/contracts';

const day = 86_400_000;

/** Some goods of one category: `page` of its list, with as many as the shelf holds. */
export interface Shelf {
  category: Category;
  page: number;
}

/**
 * What the front page shows today: other categories and other goods each day, the same for every
 * shopper. Only full pages are taken, where a category has any.
 */
export const shelvesOfTheDay = (
  categories: readonly Category[],
  { shelves, size, now }: { shelves: number; size: number; now: Date },
): Shelf[] => {
  const today = Math.floor(now.getTime() / day);
  const filled = categories.filter(({ products }) => products > 0);
  const stride = Math.max(1, Math.floor(filled.length / shelves));
  return filled
    .map((_, index) => filled[(today + index * stride) % filled.length])
    .slice(0, shelves)
    .flatMap((category) => {
      if (!category) return [];
      const fullPages = Math.max(1, Math.floor(category.products / size));
      return [{ category, page: (today % fullPages) + 1 }];
    });
};
