import { enter, hasPageAfter, listCategory, readProduct } from './catalogue.ts';
import { between, chance, pick } from './random.ts';
import type { Shopper } from './shopper.ts';

/** Looks through a few categories and at a product in each; turns a page now and then. */
export const browse = async (shopper: Shopper): Promise<void> => {
  const { random } = shopper;
  const categories = await enter(shopper);
  for (let left = between(random, 1, 3); left > 0; left -= 1) {
    await shopper.think(2);
    const category = pick(random, categories);
    const { items } = await listCategory(shopper, category);
    await shopper.think(2);
    await readProduct(shopper, pick(random, items));
    if (hasPageAfter(category, 1) && chance(random, 0.4)) {
      await shopper.think(2);
      await listCategory(shopper, category, 2);
    }
  }
};
