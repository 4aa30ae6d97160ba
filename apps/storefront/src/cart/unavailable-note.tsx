import type { PricedCart } from '@faultline/contracts';
import type { ReactNode } from 'react';
import styles from './unavailable-note.module.css';

/** A product that the shop does not know any more has no name but its id. */
const nameOf = (productId: string): string => productId.replaceAll('-', ' ');

interface UnavailableNoteProps {
  cart: PricedCart;
  /** What takes one out of the cart, where that can be done. */
  action?: (productId: string, name: string) => ReactNode;
}

/** Names what is in the cart and not sold any more, and so not in its total. */
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
