import type { PricedCart } from '@faultline/contracts';
import type { ReactNode } from 'react';
import styles from './unavailable-note.module.css';

/** The id is shown for products that the shop no longer has, since they have no name. */
const nameOf = (productId: string): string => productId.replaceAll('-', ' ');

interface UnavailableNoteProps {
  cart: PricedCart;
  /** Removes one of them from the cart, where that is possible. */
  action?: (productId: string, name: string) => ReactNode;
}

/** Lists the products in the cart that are not sold any more, and not in its total. */
export const UnavailableNote = ({ cart, action }: UnavailableNoteProps) =>
  cart.unavailable.length > 0 && (
    <section className={styles.note} aria-label="Not sold any more">
      <p>Not sold any more, and not in the total:</p>
      <ul>
        {cart.unavailable.map(({ productId }) => (
          <li key={productId}>
            <span className={styles.name}>{nameOf(productId)}</span>{' '}
            {action?.(productId, nameOf(productId))}
          </li>
        ))}
      </ul>
    </section>
  );
