import type { PricedCart } from '@faultline/contracts';
import { Button } from '@faultline/ui';
import { useEffect, useRef } from 'react';
import { CartLine } from '../cart/cart-line';
import { CartSkeleton } from '../cart/cart-skeleton';
import { CartSummary } from '../cart/cart-summary';
import { EmptyCart } from '../cart/empty-cart';
import { UnavailableNote } from '../cart/unavailable-note';
import { cartStore, useCart } from '../cart/use-cart';
import { useCartChanges } from '../cart/use-cart-changes';
import { FailureNotice } from '../failure/failure-notice';
import { FailurePage } from '../failure/failure-page';
import { PageHeading } from '../layout/page-heading';
import styles from './cart.module.css';

interface FilledProps {
  cart: PricedCart;
  wishes: ReadonlyMap<string, number>;
}

const CartContents = ({ cart, wishes }: FilledProps) => {
  const { failed, removed, setQuantity, remove, takeOut, putBack } = useCartChanges();
  const aside = useRef<HTMLDivElement>(null);

  // The focused button was removed with its line, so the focus moves to the button that undoes this.
  useEffect(() => {
    if (removed) aside.current?.querySelector('button')?.focus();
  }, [removed]);

  return (
    <>
      <div ref={aside}>
        {removed && (
          <p className={styles.removed}>
            {removed.name} was removed.{' '}
            <Button
              kind="plain"
              label={`Put ${removed.name} back`}
              onClick={() => void putBack(removed)}
            >
              Put it back
            </Button>
          </p>
        )}
      </div>
      {failed && (
        <div className={styles.failed}>
          <FailureNotice title={failed.title} failure={failed.failure} onRetry={failed.retry} />
        </div>
      )}
      <UnavailableNote
        cart={cart}
        action={(productId, name) => (
          <Button
            kind="plain"
            label={`Remove ${name}`}
            inactive={wishes.get(productId) === 0}
            onClick={() => void takeOut(productId, name)}
          >
            Remove
          </Button>
        )}
      />
      {cart.items.length === 0 ? (
        <EmptyCart />
      ) : (
        <div className={styles.cart}>
          <ul className={styles.lines} aria-label="Cart items">
            {cart.items.map((line) => (
              <CartLine
                key={line.productId}
                line={line}
                wish={wishes.get(line.productId)}
                onQuantity={(quantity) => void setQuantity(line, quantity)}
                onRemove={() => void remove(line)}
              />
            ))}
          </ul>
          <CartSummary cart={cart} waiting={wishes.size > 0} />
        </div>
      )}
    </>
  );
};

export const CartPage = () => {
  const { cart, failure, wishes } = useCart();

  useEffect(() => {
    void cartStore.reload();
  }, []);

  if (!cart && failure) {
    return <FailurePage failure={failure} onRetry={() => void cartStore.reload()} />;
  }
  return (
    <>
      <PageHeading title="Your cart">Your cart</PageHeading>
      {failure && (
        <div className={styles.failed}>
          <FailureNotice
            title="This may not be the latest state of your cart"
            failure={failure}
            onRetry={() => void cartStore.reload()}
          />
        </div>
      )}
      {cart ? <CartContents cart={cart} wishes={wishes} /> : <CartSkeleton />}
    </>
  );
};
