import type { RedisDetail } from '@faultline/contracts/console';
import { formatBytes } from '../format/units';
import { EmptyState } from '../parts/placeholder';
import styles from './content.module.css';

interface ReplicasProps {
  replicas: RedisDetail['replicas'];
  /** What is said where there is none. */
  nothing: string;
}

/** The replicas of a store, and how far each is behind. */
export const Replicas = ({ replicas, nothing }: ReplicasProps) =>
  replicas.length === 0 ? (
    <EmptyState title={nothing} />
  ) : (
    <ul className={styles.states}>
      {replicas.map(({ name, lagBytes, state }) => (
        <li key={name}>
          {name} <span className="soft">{state}</span>
          <strong>{formatBytes(lagBytes)} behind</strong>
        </li>
      ))}
    </ul>
  );
