import { useEffect, useRef } from 'react';
import { RequestReference } from '../failure/request-reference';
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
      <p>{failure.advice}</p>
      <RequestReference failure={failure.cause} />
    </div>
  );
};
