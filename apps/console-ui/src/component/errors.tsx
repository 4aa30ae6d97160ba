import type { ErrorGroup } from '@faultline/contracts/console';
import { classNames } from '@faultline/ui';
import { Link } from 'react-router';
import { formatAgo, formatClock } from '../format/clock';
import { formatCount } from '../format/units';
import { tracePath } from '../layout/pages';
import { NoTelemetry } from '../parts/no-telemetry';
import { useMoment } from '../time/use-moment';
import { useAddress } from '../time/use-range';
import styles from './errors.module.css';

const noveltyWords = { new: 'New', gone: 'Gone', known: '' };

/** Errors that say the same as one row, with what is new against the time before. */
export const Errors = ({ groups }: { groups: readonly ErrorGroup[] }) => {
  const address = useAddress();
  const moment = useMoment();
  if (groups.length === 0) return <NoTelemetry title="No errors in this time" />;
  return (
    <table className="table">
      <thead>
        <tr>
          <th>Error</th>
          <th className="number">Count</th>
          <th className={classNames('number', styles.detail)}>Before</th>
          <th className={styles.detail}>First seen</th>
          <th>Last</th>
          <th>Example</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ message, type, count, before, first, last, novelty, traceId }) => (
          <tr key={message + type}>
            <td className={styles.message}>
              {novelty !== 'known' && (
                <span className={classNames(styles.novelty, styles[novelty])}>
                  {noveltyWords[novelty]}
                </span>
              )}
              <strong>{message}</strong>{' '}
              {type !== undefined && <code className="soft">{type}</code>}
            </td>
            <td className="number">{formatCount(count)}</td>
            <td className={classNames('number', styles.detail)}>{formatCount(before)}</td>
            <td className={styles.detail}>{formatClock(first)}</td>
            <td>{formatAgo(last, moment)}</td>
            <td>{traceId !== undefined && <Link to={address(tracePath(traceId))}>trace</Link>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
