import type { Product } from '@faultline/contracts';
import { enterCategory, readProduct, searchFor, suggestionsFor } from './catalogue.ts';
import { pick } from './random.ts';
import type { Shopper } from './shopper.ts';
import { keywordOf, mistype, nonsense } from './typing.ts';

/** Searches for a known product, mostly by its name, sometimes misspelt, sometimes for something that does not exist. */
export const search = async (shopper: Shopper): Promise<void> => {
  const wanted = pick(shopper.random, await enterCategory(shopper));
  await shopper.think(2);
  const mood = shopper.random();
  if (mood < 0.6) await findByName(shopper, wanted);
  else if (mood < 0.85) await findMistyped(shopper, wanted);
  else await findNothing(shopper);
};

const findByName = async (shopper: Shopper, wanted: Product): Promise<void> => {
  const names = await suggestionsFor(shopper, wanted.name);
  shopper.check(
    'suggestions has the name typed',
    names.includes(wanted.name),
    () => `${wanted.name}: ${names.join(', ')}`,
  );
  await shopper.think(1);
  const { items, total } = await searchFor(shopper, keywordOf(wanted.name));
  shopper.check(
    'search finds the product by its name',
    // A word that many products share may put this one on a later page.
    total > items.length || items.some(({ id }) => id === wanted.id),
    () => `${wanted.name}: ${items.map(({ id }) => id).join(', ')}`,
  );
  await shopper.think(2);
  await readProduct(shopper, pick(shopper.random, items));
};

/** A misspelt word need not find anything, but suggested names must be found. */
const findMistyped = async (shopper: Shopper, wanted: Product): Promise<void> => {
  const typed = mistype(keywordOf(wanted.name));
  await searchFor(shopper, typed);
  const [best] = await suggestionsFor(shopper, typed);
  if (best === undefined) return;
  await shopper.think(2);
  const { items } = await searchFor(shopper, best);
  shopper.check(
    'search finds what was suggested',
    items.some(({ name }) => name === best),
    () => `${best}: ${items.map(({ name }) => name).join(', ')}`,
  );
};

const findNothing = async (shopper: Shopper): Promise<void> => {
  const text = pick(shopper.random, nonsense);
  const { total } = await searchFor(shopper, text);
  shopper.check('search finds no nonsense', total === 0, () => `${text}: ${total} products`);
};
