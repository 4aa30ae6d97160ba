import type { Product } from '@faultline/contracts';
import { SlowNote } from '@faultline/ui';
import { ProductCard } from './product-card';
import styles from './product-grid.module.css';

interface ProductGridProps {
  products: readonly Product[];
  /** The number of cards in the first view, whose pictures load first. */
  inSight?: number;
  withCategory?: boolean;
}

export const ProductGrid = ({ products, inSight = 4, withCategory = false }: ProductGridProps) => (
  <ul className={styles.grid}>
    {products.map((product, index) => (
      <li key={product.id}>
        <ProductCard product={product} eager={index < inSight} withCategory={withCategory} />
      </li>
    ))}
  </ul>
);

/** The placeholder for a grid while it loads. */
export const ProductGridSkeleton = ({ cards }: { cards: number }) => (
  <div>
    <SlowNote what="Loading goods" />
    <div className={styles.grid} aria-hidden="true">
      {Array.from({ length: cards }, (_, index) => `card ${index}`).map((key) => (
        <div key={key}>
          <div className={styles.picture} />
          <div className={styles.name} />
          <div className={styles.facts} />
        </div>
      ))}
    </div>
  </div>
);
