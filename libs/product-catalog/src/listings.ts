import type { Product } from '@faultline/contracts';
import { type CategoryId, categories } from './categories';
import type { Look } from './pictures/scene';
import { entries } from './products';
import type { Entry } from './products/entry';

/** A product with what its picture looks like. */
export interface Listing {
  product: Product;
  category: CategoryId;
  look: Look;
}

/** “Crêpe Pan, Large” becomes `crepe-pan-large`. */
const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{Mark}'\u2019]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const listed = (category: CategoryId, { name, description, cents, look }: Entry): Listing => {
  const id = slug(name);
  return {
    product: {
      id,
      name,
      description,
      category,
      price: { amount: cents, currency: 'EUR' },
      imageUrl: `/images/products/${id}.svg`,
    },
    category,
    look,
  };
};

/** Category by category, in the shop's order. */
export const listings: readonly Listing[] = categories.flatMap(({ id }) =>
  entries[id].map((entry) => listed(id, entry)),
);
