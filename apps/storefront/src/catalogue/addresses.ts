import { pages } from '@faultline/contracts/pages';
import { targetOf } from '@faultline/contracts/target';

const pageQuery = (page: number, other: Record<string, string> = {}): string => {
  const query = new URLSearchParams(other);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '' : `?${query}`;
};

export const allGoodsAddress = (page = 1): string => pages.products + pageQuery(page);

export const categoryAddress = (id: string, page = 1): string =>
  targetOf(pages.category, { params: { id } }) + pageQuery(page);

export const productAddress = (id: string): string => targetOf(pages.product, { params: { id } });

export const searchAddress = (q: string, page = 1): string => pages.search + pageQuery(page, { q });

export const orderAddress = (id: string): string => targetOf(pages.order, { params: { id } });

/** The URL of a product's picture, for cart lines and orders, which contain only the product's id. */
export const pictureAddress = (id: string): string =>
  `/images/products/${encodeURIComponent(id)}.svg`;
