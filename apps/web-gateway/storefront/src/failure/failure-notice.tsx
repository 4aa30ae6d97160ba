import type { Failure } from '../api/failure';
import { Button } from '../controls/button';
import { explainFailure } from './explain-failure';
import styles from './failure-notice.module.css';
import { RequestReference } from './request-reference';

interface FailureNoticeProps {
  failure: Failure;
  /** What could not be done, in place of the general title. */
  title?: string;
  onRetry?: () => void;
}

/** A part of a page that could not be loaded or done: what happened, what to do, the request id. */
export const FailureNotice = ({ failure, title, onRetry }: FailureNoticeProps) => {
  const explanation = explainFailure(failure);
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.title}>{title ?? explanation.title}</p>
      <p>
        {explanation.happened} {explanation.advice}
      </p>
      <RequestReference failure={failure} />
      {onRetry && (
        <Button kind="quiet" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
};
