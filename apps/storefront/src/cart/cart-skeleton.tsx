import { SlowNote } from '@faultline/ui';
import styles from './cart-skeleton.module.css';

/** The placeholder for the cart's lines while they load. */
export const CartSkeleton = () => (
  <div className={styles.place}>
    <SlowNote what="Loading your cart" />
    <div className={styles.line} aria-hidden="true" />
    <div className={styles.line} aria-hidden="true" />
  </div>
);
