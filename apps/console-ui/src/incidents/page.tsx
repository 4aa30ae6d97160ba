import type { Incident, IncidentList } from '@faultline/contracts/console';
import { PageHeading } from '@faultline/ui';
import { Link } from 'react-router';
import { api } from '../api/client';
import { mostEntries, useRanged } from '../api/queries';
import { formatClock } from '../format/clock';
import { formatNumberOf, formatSeconds } from '../format/units';
import { incidentPath } from '../layout/pages';
import { EmptyState, Loaded } from '../parts/placeholder';
import { useMoment } from '../time/use-moment';
import { useAddress } from '../time/use-range';
import styles from './page.module.css';
import { IncidentState } from './state';

export default function IncidentsPage() {
  const incidents = useRanged(['incidents'], ({ from, to }) =>
    api.incidents({ query: { from, to, limit: mostEntries } }),
  );
  return (
    <div className="page">
      <PageHeading title="Incidents – Faultline" className="heading">
        Incidents
      </PageHeading>
      <Loaded what="Incidents" query={incidents}>
        {(list) => <Content list={list} />}
      </Loaded>
    </div>
  );
}

const Content = ({ list: { items, figures } }: { list: IncidentList }) => {
  if (items.length === 0)
    return (
      <EmptyState title="No incident in this time">
        Alerts open one. Choose a longer time, or break something on the page of faults.
      </EmptyState>
    );
  return (
    <>
      <p>
        <strong>{figures.open}</strong> of {formatNumberOf(items.length, 'incident')} open
        {figures.mtta !== undefined &&
          ` · acknowledged after ${formatSeconds(figures.mtta)} (MTTA)`}
        {figures.mttr !== undefined && ` · resolved after ${formatSeconds(figures.mttr)} (MTTR)`}
      </p>
      <ul className={styles.incidents}>
        {items.map((incident) => (
          <li key={incident.id}>
            <Row incident={incident} />
          </li>
        ))}
      </ul>
    </>
  );
};

const Row = ({ incident }: { incident: Incident }) => {
  const address = useAddress();
  const moment = useMoment();
  const { id, title, component, priority, since, resolved, alerts } = incident;
  return (
    <article className={styles.incident}>
      <IncidentState incident={incident} />
      <div>
        <h2 className={styles.title}>
          <Link to={address(incidentPath(id))}>{title}</Link>
        </h2>
        <p className="soft small">
          {priority === 'page' ? 'Page' : 'Ticket'} · {component} · since {formatClock(since)},{' '}
          {resolved === undefined
            ? `for ${formatSeconds((moment - since) / 1000)}`
            : `lasted ${formatSeconds((resolved - since) / 1000)}`}{' '}
          · {formatNumberOf(alerts.length, 'alert')}
        </p>
      </div>
    </article>
  );
};
