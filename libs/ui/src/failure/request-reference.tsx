import styles from './request-reference.module.css';

/** What is known of a request that failed. */
export interface FailedRequest {
  requestId?: string | undefined;
  status?: number | undefined;
  /** The server's own words, if they came. */
  problem?: { code: string } | undefined;
}

/** What whoever looks into a failure asks for: the request id first, then the server's own words. */
export const RequestReference = ({ failure }: { failure: FailedRequest }) => {
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
