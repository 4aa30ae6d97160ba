import type { Product } from '@faultline/contracts';
import { pages } from '@faultline/contracts/pages';
import { Button } from '@faultline/ui';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { asFailure, type Failure } from '../api/failure';
import { FailureNotice } from '../failure/failure-notice';
import styles from './add-to-cart.module.css';
import { maxQuantity } from './quantity';
import { QuantityField } from './quantity-field';
import { cartStore } from './use-cart';

type Added = { state: 'idle' | 'adding' } | { state: 'added'; text: string } | Failed;
type Failed = { state: 'failed'; failure: Failure };

const confirmation = (name: string, held: number): string =>
  held === maxQuantity
    ? `Your cart now holds ${held} × ${name}, which is the most it takes.`
    : `Added. Your cart now holds ${held} × ${name}.`;

/** Quantity and button of a product page; a live region below announces the result. */
export const AddToCart = ({ product }: { product: Product }) => {
  const [quantity, setQuantity] = useState(1);
  const [added, setAdded] = useState<Added>({ state: 'idle' });

  const add = async () => {
    if (added.state === 'adding') return;
    setAdded({ state: 'adding' });
    try {
      const held = await cartStore.add(product.id, quantity);
      setAdded({ state: 'added', text: confirmation(product.name, held) });
    } catch (thrown) {
      setAdded({ state: 'failed', failure: asFailure(thrown) });
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void add();
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.row}>
        <QuantityField label="Quantity" quantity={quantity} onChange={setQuantity} />
        <Button type="submit" className={styles.button} inactive={added.state === 'adding'}>
          {added.state === 'adding' ? 'Adding…' : 'Add to cart'}
        </Button>
      </div>
      <div className={styles.outcome} role="status" aria-label="Added to cart">
        {added.state === 'added' && (
          <p className={styles.added}>
            <svg className={styles.tick} viewBox="0 0 20 20" aria-hidden="true">
              <path d="m4 10.5 4 4 8-9" />
            </svg>
            <span>
              {added.text} <Link to={pages.cart}>View cart</Link>
            </span>
          </p>
        )}
      </div>
      {added.state === 'failed' && (
        <FailureNotice
          title={`We could not add ${product.name} to your cart`}
          failure={added.failure}
          onRetry={() => void add()}
        />
      )}
    </form>
  );
};
