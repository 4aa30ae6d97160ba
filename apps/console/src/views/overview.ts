import type { ComponentStatus, Overview, Reason } from '@faultline/contracts/console';
import { isService } from '@faultline/topology';
import type { ComponentState } from '../health/health';
import type { ConsoleSources } from '../sources';
import { alertState, firingFirst } from './alerts';
import { shownChange } from './changes';
import { type ComponentEntry, components } from './components';
import { type IndicatorSources, indicators } from './indicators';
import { redAt } from './present-red';
import type { Identity } from './status';
import { edges, trafficOf } from './traffic';

/** How far back the overview shows alerts that ended, and changes. */
const lately = 3_600_000;

type Metrics = ConsoleSources['metrics'];

const shownReason = ({ value, ...reason }: ComponentState['reasons'][number]): Reason => ({
  ...reason,
  ...(value !== undefined && { value }),
});

/** The versions and the number of a service's instances at the last scrape before a moment. */
const instancesOf = (metrics: Metrics, name: string, at: number) => {
  if (!isService(name)) return { versions: [] };
  const running = metrics
    .window(name, at, at)
    .series('build_info')
    .filter(({ values }) => values.some((value) => value > 0));
  return {
    versions: [...new Set(running.map(({ labels }) => labels.version ?? ''))],
    instances: running.length,
  };
};

const statusOf = (
  { name, title, kind }: ComponentEntry,
  state: ComponentState | undefined,
  metrics: Metrics,
  at: number,
): ComponentStatus => {
  const traffic = trafficOf(name);
  return {
    name,
    title,
    kind,
    state: state?.state ?? 'unknown',
    reasons: state?.reasons.map(shownReason) ?? [],
    ...(state && state.state !== 'unknown' && { since: state.since }),
    ...(traffic && redAt(metrics, traffic, at)),
    ...instancesOf(metrics, name, at),
  };
};

/** Without incidents where there are none, as in a bundle. */
type OverviewSources = Pick<ConsoleSources, 'health' | 'changes'> & IndicatorSources;

/** What the overview is of. A bundle has no incidents, which does not mean that none was open. */
export const overviewSources = ({
  sources,
  identity: { bundle },
}: {
  sources: ConsoleSources;
  identity: Identity;
}): OverviewSources => {
  const { incidents: _, ...recorded } = sources;
  return bundle ? recorded : sources;
};

/** The service map at a moment, with its indicators, alerts and changes. */
export const overview = (
  sources: OverviewSources,
  query: { at?: number },
  faultsOn?: number,
): Overview => {
  const { health, metrics } = sources;
  const at = query.at ?? Date.now();
  const states = new Map(
    (query.at === undefined ? health.now() : health.at(at)).map((state) => [
      state.component,
      state,
    ]),
  );
  const keptSince = health.keptSince();
  const metricsSince = metrics.keptSince();
  const alerts = sources.alerts.between(at - lately, at).map((period) => alertState(period, at));
  const changes = sources.changes
    .between(at - lately, at)
    .map(shownChange)
    .reverse();
  return {
    at,
    ...(keptSince !== undefined && { keptSince }),
    ...(metricsSince !== undefined && { metricsSince }),
    indicators: indicators(sources, at),
    components: components.map((component) =>
      statusOf(component, states.get(component.name), metrics, at),
    ),
    edges: edges.map(({ from, to, traffic }) => ({ from, to, ...redAt(metrics, traffic, at) })),
    alerts: firingFirst(alerts),
    totalAlerts: alerts.length,
    changes,
    totalChanges: changes.length,
    ...(faultsOn !== undefined && { faultsOn }),
  };
};

/** An overview with so many of its alerts and changes, the first. */
export const shortOverview = (whole: Overview, limit: number): Overview => ({
  ...whole,
  alerts: whole.alerts.slice(0, limit),
  changes: whole.changes.slice(0, limit),
});
