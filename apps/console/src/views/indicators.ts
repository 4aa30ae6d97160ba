import type { Indicators } from '@faultline/contracts/console';
import { objectives, slos } from '@faultline/slo';
import { entry } from '@faultline/topology';
import type { ConsoleSources } from '../sources';
import { spentOf } from './budgets';
import { checksOf } from './checks';
import { openAt } from './incidents';
import { redAt } from './present-red';
import { trafficOf } from './traffic';

/** The gateways, whose checks make the uptime. */
const gateways = ['api-gateway', 'web-gateway'] as const;

/** The most that any of some objectives has spent; undefined without metrics. */
const mostSpent = (
  metrics: ConsoleSources['metrics'],
  at: number,
  isMeant: (name: string) => boolean,
): number | undefined => {
  const spent = slos
    .filter(({ name }) => isMeant(name))
    .map((slo) => spentOf(metrics, slo, { from: 0, to: at }))
    .filter(({ seconds }) => seconds > 0);
  return spent.length === 0 ? undefined : Math.max(...spent.map(({ errors }) => errors));
};

const budget = (of: number, spent: number | undefined) => ({
  ...(spent !== undefined && { left: of - spent }),
  of,
});

export type IndicatorSources = Pick<ConsoleSources, 'metrics' | 'alerts'> &
  Partial<Pick<ConsoleSources, 'incidents'>>;

/** The figures of the objectives at a moment, over what is kept of the metrics. */
export const indicators = (
  { metrics, alerts, incidents }: IndicatorSources,
  at: number,
): Indicators => {
  const since = metrics.keptSince() ?? at;
  const kept = { from: 0, to: at };
  const downtime = objectives.month * (1 - objectives.availability);
  const traffic = trafficOf(entry);
  const { p95 } = traffic ? redAt(metrics, traffic, at) : {};
  return {
    // The shop is down while either gateway is, and both of them are down at the same time at most.
    uptimeBudget: budget(
      downtime,
      mostSpent(metrics, at, (name) => name.startsWith('uptime-')),
    ),
    failedPayments: budget(
      objectives.failedPayments,
      mostSpent(metrics, at, (name) => name === 'failed-payments'),
    ),
    latency: { objective: objectives.latency * 1000, ...(p95 !== undefined && { p95 }) },
    ...(incidents && { openIncidents: openAt(incidents.all(), at) }),
    openAlerts: alerts
      .between(at, at)
      .filter(({ resolvedAt }) => resolvedAt === undefined || resolvedAt > at).length,
    uptime: gateways.map((component) => {
      const { succeeded, checks } = checksOf(metrics, component, kept);
      return { component, since, ...(checks > 0 && { share: succeeded / checks }) };
    }),
  };
};
