import { RequestReference } from '../failure/request-reference';
import styles from './notes.module.css';
import type { PurchaseFailure } from './purchase-failure';

export const PurchaseFailureNotice = ({ failure }: { failure: PurchaseFailure }) => (
  <div className={styles.failure} role="alert">
    <p className={styles.title}>{failure.title}</p>
    <p>{failure.happened}</p>
    <p>{failure.advice}</p>
    <RequestReference failure={failure.cause} />
  </div>
);
