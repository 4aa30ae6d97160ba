import type { ReactNode } from 'react';
import { Button } from '../controls/button';
import styles from './notice.module.css';

interface NoticeProps {
  title: string;
  /** What happened, and what to do about it. */
  children: ReactNode;
  onRetry?: (() => void) | undefined;
}

/** Stands in for a part of a page that could not be loaded or done. */
export const Notice = ({ title, children, onRetry }: NoticeProps) => (
  <div className={styles.notice} role="alert">
    <p className={styles.title}>{title}</p>
    {children}
    {onRetry && (
      <Button kind="quiet" onClick={onRetry}>
        Try again
      </Button>
    )}
  </div>
);
