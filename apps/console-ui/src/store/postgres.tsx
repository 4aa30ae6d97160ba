import type { PostgresDetail } from '@faultline/contracts/console';
import type { Static } from 'typebox';
import { hueAt } from '../format/hues';
import { formatBytes, formatCount, formatDuration, formatShare } from '../format/units';
import { Panel } from '../parts/panel';
import { EmptyState } from '../parts/placeholder';
import styles from './content.module.css';
import { Replicas } from './replicas';

type Detail = Static<typeof PostgresDetail>;

export const Postgres = ({ detail }: { detail: Detail }) => (
  <>
    <div className={styles.split}>
      <Connections detail={detail} />
      <Locks locks={detail.locks} />
    </div>
    <div className={styles.split}>
      <Memory detail={detail} />
      <Panel title="Replicas">
        <Replicas replicas={detail.replicas} nothing="No replica is connected" />
      </Panel>
    </div>
    <Statements statements={detail.statements} />
  </>
);

const Connections = ({ detail: { connections, maxConnections } }: { detail: Detail }) => {
  const used = connections.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel
      title="Connections"
      aside={`${used} of ${maxConnections}, ${formatShare(used / Math.max(1, maxConnections))}`}
    >
      <div className={styles.gauge} aria-hidden="true">
        {connections.map(({ state, count }, place) => (
          <span
            key={state}
            style={{
              width: `${(count / Math.max(1, maxConnections)) * 100}%`,
              background: `var(${hueAt(place)})`,
            }}
          />
        ))}
      </div>
      <ul className={styles.states}>
        {connections.map(({ state, count }, place) => (
          <li key={state}>
            <span className={styles.hue} style={{ background: `var(${hueAt(place)})` }} />
            {state} <strong className="tabular">{count}</strong>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Memory = ({ detail: { sharedBuffers, size, hitShare } }: { detail: Detail }) => (
  <Panel title="Memory">
    <dl className={styles.facts}>
      <div>
        <dt>Shared buffers</dt>
        <dd>{formatBytes(sharedBuffers)}</dd>
      </div>
      <div>
        <dt>Data</dt>
        <dd>{formatBytes(size)}</dd>
      </div>
      <div>
        <dt>Read from the buffers</dt>
        <dd>{hitShare === undefined ? 'nothing yet' : formatShare(hitShare)}</dd>
      </div>
    </dl>
  </Panel>
);

const Locks = ({ locks }: { locks: Detail['locks'] }) => (
  <Panel title="Who waits for whom">
    {locks.length === 0 ? (
      <EmptyState title="No session waits for a lock" />
    ) : (
      <ul>
        {locks.map((lock) => (
          <li key={`${lock.pid} ${lock.blockedBy}`} className={styles.lock}>
            <div>
              <strong>
                {lock.user} ({lock.pid})
              </strong>
              <p className={styles.statement}>{lock.statement}</p>
            </div>
            <span className="soft">waits {formatDuration(lock.waiting)} for →</span>
            <div>
              <strong>
                {lock.blockerUser} ({lock.blockedBy})
              </strong>{' '}
              <span className="soft">{lock.blockerState}</span>
              <p className={styles.statement}>{lock.blockerStatement}</p>
            </div>
          </li>
        ))}
      </ul>
    )}
  </Panel>
);

const Statements = ({ statements }: { statements: Detail['statements'] }) => (
  <Panel title="Statements" aside="by their time together">
    {statements.length === 0 ? (
      <EmptyState title="No statement was counted yet" />
    ) : (
      <table className="table">
        <thead>
          <tr>
            <th>Statement</th>
            <th className="number">Calls</th>
            <th className="number">Each</th>
            <th className="number">Together</th>
          </tr>
        </thead>
        <tbody>
          {statements.map(({ statement, calls, mean, total }) => (
            <tr key={statement}>
              <td className={styles.statement}>{statement}</td>
              <td className="number">{formatCount(calls)}</td>
              <td className="number">{formatDuration(mean)}</td>
              <td className="number">{formatDuration(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Panel>
);
