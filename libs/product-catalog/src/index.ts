import type { Product } from '@faultline/contracts';
import { listings } from './listings';

export { type CategoryId, categories } from './categories';
export { picture } from './picture';
export { writePictures } from './write-pictures';

/** Everything the shop sells, category by category. */
export const products: readonly Product[] = listings.map(({ product }) => product);
