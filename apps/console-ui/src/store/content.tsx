import type { ComponentStatus } from '@faultline/contracts/console';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../api/client';
import { chartPoints, mostEntries, useRanged } from '../api/queries';
import { Resources } from '../component/resources';
import { LogList } from '../logs/log-list';
import { Icon } from '../parts/icons';
import { Panel } from '../parts/panel';
import { Empty, Loaded } from '../parts/placeholder';
import { CountNote } from '../search/count-note';
import { useAddress } from '../time/use-range';
import styles from './content.module.css';
import { Postgres } from './postgres';
import { Redis } from './redis';

/** A store as it says itself that it is now. */
export default function StoreContent({ component: { name } }: { component: ComponentStatus }) {
  const address = useAddress();
  const store = useQuery({
    queryKey: ['store', name],
    queryFn: () => api.store({ params: { component: name }, query: { limit: mostEntries } }),
    refetchInterval: 2000,
  });
  const resources = useRanged(['resources', name], (window) =>
    api.resources({ params: { component: name }, query: { ...window, points: chartPoints } }),
  );
  const onIt = `peer.service:${name}`;
  return (
    <>
      <p className={styles.links}>
        <Link to={address('/traces', { q: `${onIt} status:ERROR` })}>Traces that failed on it</Link>
        <Link to={address('/traces', { q: onIt, sort: 'duration' })}>Slowest traces with it</Link>
      </p>
      <Loaded what={name} query={store}>
        {({ detail, problem, log }) => (
          <>
            {problem !== undefined && (
              <p className={styles.problem} role="alert">
                <Icon name="red" /> <strong>It cannot be asked:</strong> {problem}
              </p>
            )}
            {detail?.engine === 'postgresql' && <Postgres detail={detail} />}
            {detail?.engine === 'redis' && <Redis detail={detail} />}
            <Panel
              title="Its own log"
              className={styles.log}
              aside={
                <>
                  <CountNote page={log} what="lines" />
                  <Link to={address('/logs', { q: `service:${name}` })}>Search in it</Link>
                </>
              }
            >
              {log.items.length === 0 ? (
                <Empty title="It has logged nothing" />
              ) : (
                <LogList lines={log.items} label={`Log of ${name}`} showsService={false} />
              )}
            </Panel>
          </>
        )}
      </Loaded>
      {resources.data && resources.data.charts.length > 0 && <Resources data={resources.data} />}
    </>
  );
}
