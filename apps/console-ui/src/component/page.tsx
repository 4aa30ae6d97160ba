import type { ComponentStatus, Overview } from '@faultline/contracts/console';
import { termOf } from '@faultline/contracts/console/search-terms';
import { PageHeading } from '@faultline/ui';
import { lazy } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../api/client';
import { chartPoints, useOverview, useRanged } from '../api/queries';
import { LogList } from '../logs/log-list';
import { NoTelemetry } from '../parts/no-telemetry';
import { Panel } from '../parts/panel';
import { EmptyState, Loaded } from '../parts/placeholder';
import { Ways } from '../parts/ways';
import { CountedSince, CountNote } from '../search/count-note';
import { useAddress, useRange } from '../time/use-range';
import { Errors } from './errors';
import { ComponentHeading } from './heading';
import { Latency } from './latency';
import { Outside } from './outside';
import styles from './page.module.css';
import { Profile } from './profile';
import { Red } from './red';
import { Resources } from './resources';
import { unhealthySince } from './unhealthy-since';

const StoreContent = lazy(() => import('../store/content'));

export default function ComponentPage() {
  const { component: name = '' } = useParams();
  const { range } = useRange();
  const overview = useOverview(range.live ? undefined : range.to);
  return (
    <div className="page">
      <Loaded what={name} query={overview}>
        {(data) => <Content key={name} name={name} overview={data} />}
      </Loaded>
    </div>
  );
}

const Content = ({ name, overview }: { name: string; overview: Overview }) => {
  const component = overview.components.find((one) => one.name === name);
  if (!component)
    return (
      <>
        <PageHeading title="Unknown component – Faultline" className="heading">
          There is no component {name}
        </PageHeading>
        <EmptyState title="It is not part of the shop, or was not at this moment">
          <Link to="/">Look at the map</Link>
        </EmptyState>
      </>
    );
  return (
    <>
      <ComponentHeading component={component} />
      <Details component={component} overview={overview} />
    </>
  );
};

interface DetailsProps {
  component: ComponentStatus;
  overview: Overview;
}

const Details = ({ component, overview }: DetailsProps) => {
  switch (component.kind) {
    case 'service':
      return <Service component={component} overview={overview} />;
    case 'store':
      return <StoreContent component={component} />;
    default:
      return <Outside component={component} overview={overview} />;
  }
};

/** The searches that show most of a service. */
const waysFrom = (service: string) => {
  const its = termOf('service', service);
  const traces = (words: string, q: string, sort = 'start') => ({
    words,
    path: '/traces',
    search: { q, sort },
  });
  return [
    traces('Traces that failed in it', `${its} status:ERROR`),
    traces('Slowest requests to it', `${its} kind:SERVER`, 'longestHit'),
    traces('Requests in which it calls others most often', `${its} kind:CLIENT`, 'hits'),
    { words: 'Errors in its log', path: '/logs', search: { q: `${its} level:error` } },
  ];
};

const Service = ({ component, overview }: DetailsProps) => {
  const { name } = component;
  const changes = overview.changes.filter((change) => change.component === name);
  return (
    <>
      <Red component={name} changes={changes} />
      <Ways ways={waysFrom(name)} />
      <Latency component={name} unhealthySince={unhealthySince(component)} />
      <div className={styles.split}>
        <ErrorPanel name={name} />
        <LogPanel name={name} />
      </div>
      <ResourcePanel name={name} />
      <Profile component={name} />
    </>
  );
};

/** How many groups of errors a page shows at most, the most frequent of each kind. */
const mostErrors = 100;

const ErrorPanel = ({ name }: { name: string }) => {
  const errors = useRanged(['errors', name], (window) =>
    api.errors({ query: { ...window, component: name, limit: mostErrors } }),
  );
  return (
    <Panel
      title="Errors"
      scrolls
      className={styles.tall}
      aside={
        <>
          against the same time before <CountedSince {...errors.data} />
        </>
      }
    >
      <Loaded what="Errors" query={errors}>
        {({ items }) => <Errors groups={items} />}
      </Loaded>
    </Panel>
  );
};

const LogPanel = ({ name }: { name: string }) => {
  const address = useAddress();
  const q = `service:${name}`;
  const logs = useRanged(['logs', q], (window) =>
    api.logs({ query: { q, limit: 100, ...window } }),
  );
  return (
    <Panel
      title="Logs"
      className={styles.tall}
      aside={
        <>
          {logs.data && <CountNote page={logs.data} what="lines" />}
          <Link to={address('/logs', { q })}>All logs</Link>
        </>
      }
    >
      <Loaded what="Logs" query={logs}>
        {({ items }) =>
          items.length === 0 ? (
            <NoTelemetry title="No log lines in this time" />
          ) : (
            <LogList lines={items} label={`Logs of ${name}`} showsService={false} />
          )
        }
      </Loaded>
    </Panel>
  );
};

const ResourcePanel = ({ name }: { name: string }) => {
  const resources = useRanged(['resources', name], (window) =>
    api.resources({ params: { component: name }, query: { ...window, points: chartPoints } }),
  );
  return (
    <Loaded what="Resources" query={resources}>
      {(data) => <Resources data={data} />}
    </Loaded>
  );
};
