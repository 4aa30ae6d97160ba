import type { Category } from '@faultline/contracts';
import { useId } from 'react';
import { Link } from 'react-router';
import { shop } from '../api/shop';
import { useResource } from '../api/use-resource';
import { FailureNotice } from '../failure/failure-notice';
import { categoryAddress } from './addresses';
import { ProductGrid, ProductGridSkeleton } from './product-grid';
import styles from './product-shelf.module.css';

interface ProductShelfProps {
  category: Category;
  page: number;
  size: number;
}

/** A row of goods from one category, and the way to the rest of them. */
export const ProductShelf = ({ category, page, size }: ProductShelfProps) => {
  const title = useId();
  const { id, name, products } = category;
  const goods = useResource(`${id} ${page}`, (signal) =>
    shop.products({ category: id, page, size }, signal),
  );
  return (
    <section className={styles.shelf} aria-labelledby={title}>
      <div className={styles.head}>
        <h2 id={title} className={styles.title}>
          {name}
        </h2>
        <Link to={categoryAddress(id)}>
          See all {products}
          <span className="visually-hidden"> in {name}</span>
        </Link>
      </div>
      {goods.state === 'loading' && <ProductGridSkeleton cards={size} />}
      {goods.state === 'failed' && <FailureNotice failure={goods.failure} onRetry={goods.reload} />}
      {goods.state === 'ready' && <ProductGrid products={goods.value.items} inSight={0} />}
    </section>
  );
};

/** Holds the place of a shelf whose category is not known yet. */
export const ProductShelfSkeleton = ({ size }: { size: number }) => (
  <div className={styles.shelf}>
    <p className={styles.title} aria-hidden="true">
      …
    </p>
    <ProductGridSkeleton cards={size} />
  </div>
);
