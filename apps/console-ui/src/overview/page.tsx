import type { Overview } from '@faultline/contracts/console';
import { PageHeading } from '@faultline/ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api } from '../api/client';
import { chartPoints, useOverview, useRanged, useStatus } from '../api/queries';
import { Legend } from '../charts/legend';
import { formatClock } from '../format/clock';
import { hueOf } from '../format/hues';
import { useNarrow } from '../layout/use-narrow';
import { ComponentList } from '../map/component-list';
import { Panel } from '../parts/panel';
import { EmptyState, Loaded, Loading } from '../parts/placeholder';
import { useNow } from '../time/use-now';
import { useRange } from '../time/use-range';
import { RedCharts } from './charts';
import { Alerts, Changes } from './events';
import { Indicators } from './indicators';
import styles from './page.module.css';
import { sliderRange } from './slider-range';
import { TimeSlider } from './time-slider';

const ServiceMap = lazy(() => import('../map/service-map'));

export const OverviewPage = () => {
  const { range, set } = useRange();
  const [shown, setShown] = useState<number>();
  const moment = range.live ? undefined : range.to;
  const at = moment === undefined ? undefined : (shown ?? moment);
  const overview = useOverview(at);

  const move = (time: number | undefined) => {
    setShown(undefined);
    const { length } = range;
    set(
      time === undefined
        ? { live: true, length }
        : { live: false, length, from: time - length, to: time },
      { replace: true },
    );
  };

  return (
    <div className={styles.page}>
      <PageHeading title="Overview – Faultline" className="visually-hidden">
        Overview
      </PageHeading>
      <Loaded what="The overview" query={overview}>
        {(data) => <Content data={data} at={at} onMove={move} />}
      </Loaded>
    </div>
  );
};

interface ContentProps {
  data: Overview;
  at: number | undefined;
  onMove: (at: number | undefined) => void;
}

const Content = ({ data, at, onMove }: ContentProps) => {
  const narrow = useNarrow();
  const now = useNow();
  const { keptSince } = data;
  if (at !== undefined && keptSince !== undefined && at < keptSince)
    return (
      <EmptyState
        title={`${formatClock(at)} is too old: telemetry is kept since ${formatClock(keptSince)}`}
      >
        <button type="button" className="button" onClick={() => onMove(keptSince + 1000)}>
          Go to the oldest moment
        </button>{' '}
        <button type="button" className="button" onClick={() => onMove(undefined)}>
          Back to live
        </button>
      </EmptyState>
    );
  return (
    <>
      <Indicators values={data.indicators} at={data.at} since={data.metricsSince} />
      <div className={styles.middle}>
        <section className={styles.map} aria-label="Service map">
          {narrow ? (
            <ComponentList components={data.components} />
          ) : (
            <Suspense fallback={<Loading what="the map" />}>
              <ServiceMap components={data.components} edges={data.edges} />
            </Suspense>
          )}
        </section>
        <div className={styles.rail}>
          <Panel title="Alerts" scrolls className={styles.alerts}>
            <Alerts alerts={data.alerts} at={data.at} />
          </Panel>
          <Panel title="Changes" scrolls className={styles.changes}>
            <Changes changes={data.changes} />
          </Panel>
        </div>
      </div>
      <Charts data={data} narrow={narrow} />
      <Slider data={data} at={at} now={now} onMove={onMove} />
    </>
  );
};

const Charts = ({ data, narrow }: { data: Overview; narrow: boolean }) => {
  const red = useRanged(['red', 'service'], (window) =>
    api.red({ query: { ...window, by: 'service', points: chartPoints } }),
  );
  return (
    <Loaded what="The charts" query={red}>
      {(series) => (
        <div className={styles.charts}>
          <Legend items={series.groups.map(({ name }) => ({ name, hue: hueOf(name) }))} />
          <RedCharts data={series} hue={hueOf} changes={data.changes} height={narrow ? 150 : 112} />
        </div>
      )}
    </Loaded>
  );
};

interface SliderProps extends ContentProps {
  now: number;
}

/** How many changes of states the slider shows, the newest. */
const mostStates = 5000;

const Slider = ({ data, at, now, onMove }: SliderProps) => {
  const bundle = useStatus().data?.bundle;
  const { keptSince } = data;
  const { from, to } = sliderRange({ now: Math.max(now, data.at), keptSince, bundle });
  const states = useQuery({
    queryKey: ['states', bundle?.from],
    queryFn: () => api.states({ query: { from, to, limit: mostStates } }),
    refetchInterval: 2000,
  });
  return (
    <TimeSlider
      from={from}
      keptSince={Math.max(from, keptSince ?? from)}
      to={to}
      endsLive={bundle === undefined}
      at={at ?? to}
      live={at === undefined}
      states={states.data?.items ?? []}
      changes={data.changes}
      onMove={onMove}
    />
  );
};
