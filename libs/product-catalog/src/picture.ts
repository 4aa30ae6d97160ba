import type { Product } from '@faultline/contracts';
import type { CategoryId } from './categories';
import { listings } from './listings';
import { scene } from './pictures/scene';
import type { SettingName } from './pictures/settings';

/** Each category's pictures share a background. */
const settings: Readonly<Record<CategoryId, SettingName>> = {
  kitchen: 'sunrise',
  'coffee-tea': 'disc',
  lighting: 'evening',
  desk: 'paper',
  living: 'boomerang',
  garden: 'hills',
  outdoors: 'peaks',
  textiles: 'panels',
  storage: 'shelves',
  bath: 'tiles',
  toys: 'clouds',
};

const byId = new Map(listings.map((listing) => [listing.product.id, listing]));

/**
 * The picture of a product of this catalogue: a self-contained SVG, 400 × 400, titled with the
 * product's name. Throws a RangeError for any other product.
 */
export const picture = ({ id, name }: Pick<Product, 'id' | 'name'>): string => {
  const listing = byId.get(id);
  if (!listing) throw new RangeError(`The catalogue has no product '${id}' to draw`);
  return scene(name, listing.look, settings[listing.category]);
};
