import type { Failure } from '../api/failure';
import styles from './failure-notice.module.css';

/** What whoever looks into a failure asks for: the request id first, then the server's own words. */
export const RequestReference = ({ failure }: { failure: Failure }) => {
  const { requestId, status, problem } = failure;
  if (requestId === undefined) return null;
  return (
    <dl className={styles.reference}>
      <div>
        <dt>Request id</dt>
        <dd>
          <code>{requestId}</code>
        </dd>
      </div>
      {status !== undefined && (
        <div>
          <dt>Answer</dt>
          <dd>
            <code>{[status, problem?.code].filter((part) => part !== undefined).join(' ')}</code>
          </dd>
        </div>
      )}
    </dl>
  );
};
