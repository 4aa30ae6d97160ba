import type { Incident, IncidentDetail } from '@faultline/contracts/console';
import { actorWords, resolvedWords } from '@faultline/contracts/console/actor-words';
import { PageHeading } from '@faultline/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api } from '../api/client';
import { mostEntries } from '../api/queries';
import { formatClock } from '../format/clock';
import { formatSeconds } from '../format/units';
import { componentPath } from '../layout/pages';
import { DocsLink } from '../parts/docs-link';
import { Panel } from '../parts/panel';
import { Loaded } from '../parts/placeholder';
import { useNow } from '../time/use-now';
import { useAddress } from '../time/use-range';
import { Actions } from './actions';
import styles from './incident-page.module.css';
import { IncidentState } from './state';
import { Timeline } from './timeline';
import { WhatWeKnow } from './what-we-know';

const period = 2_000;

export default function IncidentPage() {
  const id = Number(useParams().id);
  const incident = useQuery({
    queryKey: ['incident', id],
    queryFn: () => api.incident({ params: { id }, query: { limit: mostEntries } }),
    refetchInterval: period,
  });
  return (
    <div className="page">
      <Loaded what={`Incident ${id}`} query={incident}>
        {(detail) => <Content detail={detail} />}
      </Loaded>
    </div>
  );
}

const Content = ({ detail: { incident, timeline } }: { detail: IncidentDetail }) => {
  const { id, title, priority, since, resolved, resolvedBy, acknowledgedBy } = incident;
  const address = useAddress();
  const now = useNow();
  return (
    <>
      <PageHeading title={`Incident ${id} – Faultline`} className="heading">
        {title}
      </PageHeading>
      <p className={styles.facts}>
        <IncidentState incident={incident} />
        <span>Incident {id}</span>
        <span>{priority === 'page' ? 'Page' : 'Ticket'}</span>
        <span>
          since {formatClock(since)},{' '}
          {resolved === undefined
            ? `for ${formatSeconds((now - since) / 1000)}`
            : `lasted ${formatSeconds((resolved - since) / 1000)}`}
        </span>
        {acknowledgedBy !== undefined && <span>acknowledged by {actorWords(acknowledgedBy)}</span>}
        {resolvedBy !== undefined && <span>{resolvedWords(resolvedBy)}</span>}
      </p>
      <p className={styles.components}>
        {incident.components.map((component) => (
          <Link key={component} to={address(componentPath(component))}>
            {component}
          </Link>
        ))}
      </p>
      <Runbooks alerts={incident.alerts} />
      <WhatWeKnow incident={incident} />
      <Actions incident={incident} />
      <Panel title="What happened">
        <Timeline entries={timeline} since={since} />
      </Panel>
    </>
  );
};

/** What to do about its alerts, those that still fire first. */
const Runbooks = ({ alerts }: Pick<Incident, 'alerts'>) => {
  const firingFirst = alerts.toSorted(
    (a, b) => Number(a.resolved !== undefined) - Number(b.resolved !== undefined),
  );
  const runbooks = new Map(
    firingFirst.flatMap(({ name, runbook }) => (runbook === undefined ? [] : [[name, runbook]])),
  );
  if (runbooks.size === 0) return null;
  return (
    <p className={styles.runbooks}>
      <span>Runbooks</span>
      {[...runbooks].map(([name, runbook]) => (
        <DocsLink key={name} path={runbook} words={name} />
      ))}
    </p>
  );
};
