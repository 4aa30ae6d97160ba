import type { Indicators } from '@faultline/contracts/console';
import { objectives, type Slo, slos } from '@faultline/slo';
import { entry, gateways } from '@faultline/topology';
import { spentInMonth } from '../budgets/budget-log';
import type { ConsoleSources } from '../sources';
import { checksOf } from './checks';
import { openAt } from './incidents';
import { redAt } from './present-red';
import { trafficOf } from './traffic';

/** What is left of the budget of that of some objectives which has spent the most; not known without metrics. */
const budget = (
  sources: IndicatorSources,
  at: number,
  of: number,
  isMeant: (slo: Slo) => boolean,
): Indicators['uptimeBudget'] => {
  const [most] = slos
    .filter(isMeant)
    .map((slo) => spentInMonth(sources, slo, at))
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.errors - a.errors);
  if (!most) return { of };
  const { errors, since } = most;
  return { left: of - errors, of, ...(since !== undefined && { since }) };
};

export type IndicatorSources = Pick<ConsoleSources, 'metrics' | 'alerts' | 'budgets'> &
  Partial<Pick<ConsoleSources, 'incidents'>>;

/** The figures of the objectives at a moment: budgets of the month before it, uptime over what is kept of the metrics. */
export const indicators = (sources: IndicatorSources, at: number): Indicators => {
  const { metrics, alerts, incidents } = sources;
  const since = metrics.keptSince() ?? at;
  const kept = { from: 0, to: at };
  const downtime = objectives.month * (1 - objectives.availability);
  const traffic = trafficOf(entry);
  const { p95 } = traffic ? redAt(metrics, traffic, at) : {};
  return {
    // The shop is down while either gateway is, and both of them are down at the same time at most.
    uptimeBudget: budget(sources, at, downtime, ({ isTime }) => isTime === true),
    failedPayments: budget(
      sources,
      at,
      objectives.failedPayments,
      ({ name }) => name === 'failed-payments',
    ),
    latency: { objective: objectives.latency * 1000, ...(p95 !== undefined && { p95 }) },
    ...(incidents && { openIncidents: openAt(incidents.all(), at) }),
    openAlerts: alerts
      .between(at, at)
      .filter(({ resolvedAt }) => resolvedAt === undefined || resolvedAt > at).length,
    uptime: gateways.map(({ name: component }) => {
      const { succeeded, checks } = checksOf(metrics, component, kept);
      return { component, since, ...(checks > 0 && { share: succeeded / checks }) };
    }),
  };
};
