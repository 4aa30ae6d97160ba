import { RequestReference } from '@faultline/ui';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { orderAddress } from '../catalogue/addresses';
import { CartChanges } from './cart-changes';
import styles from './notes.module.css';
import type { PurchaseFailure } from './purchase-failure';

export const PurchaseFailureNotice = ({ failure }: { failure: PurchaseFailure }) => {
  const notice = useRef<HTMLDivElement>(null);

  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  return (
    <div ref={notice} className={styles.failure} role="alert">
      <p className={styles.title}>{failure.title}</p>
      <p>{failure.happened}</p>
      <CartChanges changes={failure.changes} />
      <p>
        {failure.advice}{' '}
        {failure.orderId !== undefined && (
          <Link to={orderAddress(failure.orderId)}>Look at the order</Link>
        )}
      </p>
      <RequestReference failure={failure.cause} />
    </div>
  );
};
