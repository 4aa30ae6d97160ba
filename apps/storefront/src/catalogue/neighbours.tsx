import type { Product } from '@faultline/contracts';
import { shop } from '../api/shop';
import { useResource } from '../api/use-resource';
import { useCategoryName } from './categories';
import { neighboursOf } from './neighbours-of';
import { ProductGrid } from './product-grid';
import styles from './product-shelf.module.css';

const asked = 24;
const shown = 4;

/** Products that follow a product on its shelf. They are optional: if they cannot be loaded, nothing is shown. */
export const Neighbours = ({ of: product }: { of: Product }) => {
  const category = useCategoryName(product.category);
  const shelf = useResource(product.category, (signal) =>
    shop.products({ category: product.category, page: 1, size: asked }, signal),
  );
  if (shelf.state !== 'ready') return null;
  const neighbours = neighboursOf(product.id, shelf.value.items, shown);
  if (neighbours.length === 0) return null;
  return (
    <section className={styles.shelf} aria-labelledby="neighbours">
      <div className={styles.head}>
        <h2 id="neighbours" className={styles.title}>
          More from {category}
        </h2>
      </div>
      <ProductGrid products={neighbours} inSight={0} />
    </section>
  );
};
