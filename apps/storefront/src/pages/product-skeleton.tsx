import { SlowNote } from '@faultline/ui';
import styles from './product.module.css';

/** Holds the place of a product while it loads. */
export const ProductSkeleton = () => (
  <>
    <h1 className="visually-hidden">Product</h1>
    <SlowNote what="Loading the product" />
    <div className={styles.product} aria-hidden="true">
      <div className={styles.blankPicture} />
      <div className={styles.words}>
        <div className={styles.blankShort} />
        <div className={styles.blankTitle} />
        <div className={styles.blankShort} />
        <div className={styles.blankText} />
      </div>
    </div>
  </>
);
