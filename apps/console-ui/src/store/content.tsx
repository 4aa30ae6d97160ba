import type { ComponentStatus } from '@faultline/contracts/console';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../api/client';
import { chartPoints, mostEntries, useRanged, useStatus } from '../api/queries';
import { Resources } from '../component/resources';
import { formatClock } from '../format/clock';
import { LogList } from '../logs/log-list';
import { Icon } from '../parts/icons';
import { NoTelemetry } from '../parts/no-telemetry';
import { Panel } from '../parts/panel';
import { Loaded } from '../parts/placeholder';
import { Ways } from '../parts/ways';
import { CountNote } from '../search/count-note';
import { useAddress, useRange } from '../time/use-range';
import styles from './content.module.css';
import { Postgres } from './postgres';
import { Redis } from './redis';

/** A store as it says itself that it is now, with its log of the time that is shown. */
export default function StoreContent({ component: { name } }: { component: ComponentStatus }) {
  const address = useAddress();
  const { range, key, window } = useRange();
  const status = useStatus();
  const store = useQuery({
    queryKey: ['store', name, key],
    queryFn: () =>
      api.store({ params: { component: name }, query: { limit: mostEntries, ...window() } }),
    refetchInterval: 2000,
    placeholderData: keepPreviousData,
  });
  const resources = useRanged(['resources', name], (window) =>
    api.resources({ params: { component: name }, query: { ...window, points: chartPoints } }),
  );
  const onIt = `peer.service:${name}`;
  return (
    <>
      <Ways
        ways={[
          {
            words: 'Traces that failed on it',
            path: '/traces',
            search: { q: `${onIt} status:ERROR` },
          },
          {
            words: 'Slowest operations on it',
            path: '/traces',
            search: { q: onIt, sort: 'longestHit' },
          },
        ]}
      />
      <Loaded what={name} query={store}>
        {({ detail, problem, log }) => (
          <>
            {!range.live && detail && (
              <p className={styles.now}>
                <Icon name="amber" />
                What it says of itself is of now, not of the time shown; its log and its charts are
                of {formatClock(range.from)} – {formatClock(range.to)}.
              </p>
            )}
            {problem !== undefined && !status.data?.bundle && (
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
                <NoTelemetry title="It has logged nothing in this time" />
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
