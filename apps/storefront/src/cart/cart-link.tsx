import { pages } from '@faultline/contracts/pages';
import { classNames } from '@faultline/ui';
import { Link } from 'react-router';
import styles from './cart-link.module.css';
import { itemCount } from './cart-store';
import { useCart } from './use-cart';

/** The link to the cart; its name is `Cart 3 items` when the number of items is known. */
export const CartLink = ({ className }: { className?: string | undefined }) => {
  const { cart } = useCart();
  const items = cart && itemCount(cart);
  return (
    <Link to={pages.cart} className={classNames(styles.link, className)}>
      <svg className={styles.basket} viewBox="0 0 28 24" aria-hidden="true">
        <path d="M2.5 10h23l-2.3 11.5a1.5 1.5 0 0 1-1.5 1.2H6.3a1.5 1.5 0 0 1-1.5-1.2z" />
        <path d="M7.5 10 12 1.8M20.5 10 16 1.8M10 14v5M14 14v5M18 14v5" />
      </svg>
      <span className={styles.word}>Cart</span>
      {items !== undefined && (
        <>
          <span className={classNames(items === 0 ? 'visually-hidden' : styles.badge, 'tabular')}>
            {items}
          </span>
          <span className="visually-hidden">{items === 1 ? 'item' : 'items'}</span>
        </>
      )}
    </Link>
  );
};
