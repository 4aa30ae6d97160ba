import type { ReactNode } from 'react';
import { useSilence } from '../api/connection';
import { messageOf } from '../api/failure';
import { formatClock } from '../format/clock';
import { Icon } from './icons';
import styles from './placeholder.module.css';

interface PlaceholderProps {
  title: string;
  /** What to do about it. */
  children?: ReactNode;
}

/** Stands where nothing is to show, and says what to do. */
export const EmptyState = ({ title, children }: PlaceholderProps) => (
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

interface OldProps {
  what: string;
  since: number;
  error: unknown;
}

const Old = ({ what, since, error }: OldProps) => (
  <p className={styles.old} role="status">
    <Icon name="amber" /> {what} as of {formatClock(since)}: {messageOf(error)}.
  </p>
);

const Before = () => (
  <p className={styles.before} role="status">
    <span>Loading; what is shown is from before</span>
  </p>
);

interface QueryLike<Data> {
  data: Data | undefined;
  /** When the data came. */
  dataUpdatedAt: number;
  error: unknown;
  isError: boolean;
  /** Whether the data are of what was asked before. */
  isPlaceholderData: boolean;
  refetch: () => unknown;
}

interface LoadedProps<Data> {
  what: string;
  query: QueryLike<Data>;
  children: (data: Data) => ReactNode;
}

/** What a query brought, or why there is nothing yet. Older data stay while newer cannot be had, and it says so. */
export const Loaded = <Data,>({ what, query, children }: LoadedProps<Data>) => {
  const { data, error, isError, isPlaceholderData } = query;
  // The banner says it for all of them when nothing responds.
  const isSilent = useSilence();
  if (data !== undefined)
    return (
      <>
        {isError && !isSilent && <Old what={what} since={query.dataUpdatedAt} error={error} />}
        {isPlaceholderData && <Before />}
        {children(data)}
      </>
    );
  if (isError) return <Failed what={what} error={error} onRetry={() => void query.refetch()} />;
  return <Loading what={what.toLowerCase()} />;
};
