import styles from './request-reference.module.css';

interface RequestReferenceProps {
  /** Without one, nothing is shown. */
  requestId: string | undefined;
  status?: number | undefined;
  /** The server's own word for what went wrong. */
  code?: string | undefined;
}

/** What whoever looks into a failure asks for: the request id first, then the server's own words. */
export const RequestReference = ({ requestId, status, code }: RequestReferenceProps) => {
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
            <code>{[status, code].filter((part) => part !== undefined).join(' ')}</code>
          </dd>
        </div>
      )}
    </dl>
  );
};
