import type { CartChange } from '@faultline/contracts';
import { describeChange } from './describe-change';
import styles from './notes.module.css';

/** How the cart differs from what the page showed when “Pay” was pressed. */
export const CartChanges = ({ changes }: { changes: readonly CartChange[] }) =>
  changes.length > 0 && (
    <ul className={styles.changes} aria-label="What has changed">
      {changes.map((change) => (
        <li key={`${change.productId} ${change.reason}`}>
          <strong>{change.name}</strong> {describeChange(change)}.
        </li>
      ))}
    </ul>
  );
