import type { PricedCart } from '@faultline/contracts';
import { pages } from '@faultline/contracts/pages';
import { classNames, LinkButton } from '@faultline/ui';
import { count } from '../catalogue/count';
import { Price } from '../catalogue/price';
import { itemCount } from './cart-store';
import styles from './cart-summary.module.css';

interface CartSummaryProps {
  cart: PricedCart;
  /** Whether changes are in progress, so that the total may change. */
  waiting: boolean;
}

export const CartSummary = ({ cart, waiting }: CartSummaryProps) => (
  <section className={styles.summary} aria-label="Summary">
    <dl className={styles.sums}>
      <div>
        <dt>{count(itemCount(cart), 'item')}</dt>
        <dd>
          <Price of={cart.total} />
        </dd>
      </div>
      <div>
        <dt>Delivery</dt>
        <dd>none</dd>
      </div>
      <div className={classNames(styles.total, waiting && styles.waiting)}>
        <dt>Total</dt>
        <dd>
          <Price of={cart.total} />
        </dd>
      </div>
    </dl>
    <LinkButton to={pages.checkout} className={styles.next}>
      Go to checkout
    </LinkButton>
    <p className={styles.small}>
      Nothing is shipped: this is a demonstration. If a price changes before you pay, the shop asks
      you again.
    </p>
  </section>
);
