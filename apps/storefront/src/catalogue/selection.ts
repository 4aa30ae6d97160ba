import type { Category } from '@faultline/contracts';

const day = 86_400_000;

/** A row of products of one category: a page of its list. */
export interface Shelf {
  category: Category;
  page: number;
}

/**
 * The shelves of today's front page. They change daily and are the same for every shopper. `size` is
 * the number of products per shelf. Only full pages are used, if a category has one.
 */
export const dailyShelves = (
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
