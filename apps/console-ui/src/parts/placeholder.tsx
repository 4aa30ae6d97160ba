import type { ReactNode } from 'react';
import { messageOf } from '../api/failure';
import { Icon } from './icons';
import styles from './placeholder.module.css';

interface PlaceholderProps {
  title: string;
  /** What to do about it. */
  children?: ReactNode;
}

/** Stands where nothing is to show, and says what to do. */
export const Empty = ({ title, children }: PlaceholderProps) => (
  <div className={styles.placeholder}>
    <p className={styles.title}>{title}</p>
    {children && <div className={styles.advice}>{children}</div>}
  </div>
);

export const Loading = ({ what }: { what: string }) => (
  <p className={styles.loading} role="status">
    Loading {what}…
  </p>
);

interface FailedProps {
  what: string;
  error: unknown;
  onRetry: () => void;
}

const Failed = ({ what, error, onRetry }: FailedProps) => (
  <div className={styles.placeholder} role="alert">
    <p className={styles.failed}>
      <Icon name="red" /> {what} could not be loaded
    </p>
    <p className={styles.advice}>{messageOf(error)}.</p>
    <button type="button" className="button" onClick={onRetry}>
      Try again
    </button>
  </div>
);

interface QueryLike<Data> {
  data: Data | undefined;
  error: unknown;
  isError: boolean;
  refetch: () => unknown;
}

interface LoadedProps<Data> {
  what: string;
  query: QueryLike<Data>;
  children: (data: Data) => ReactNode;
}

/** What a query brought, or why there is nothing yet. Older data stay while newer cannot be had. */
export const Loaded = <Data,>({ what, query, children }: LoadedProps<Data>) => {
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return <Failed what={what} error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading what={what.toLowerCase()} />;
};
