import type { Indicators } from '@faultline/contracts/console';
import { objectives, slos } from '@faultline/slo';
import { entry } from '@faultline/topology';
import type { ConsoleSources } from '../sources';
import { spentOf } from './budgets';
import { checksOf } from './checks';
import { redAt } from './present-red';
import { trafficOf } from './traffic';

/** The gateways, whose checks make the uptime. */
const gateways = ['api-gateway', 'web-gateway'] as const;

/** The figures of the objectives at a moment, over what is kept of the metrics. */
export const indicators = (
  { metrics, alerts }: Pick<ConsoleSources, 'metrics' | 'alerts'>,
  at: number,
): Indicators => {
  const since = metrics.keptSince() ?? at;
  const kept = { from: 0, to: at };
  const errorsOf = (isMeant: (name: string) => boolean): number[] =>
    slos.filter(({ name }) => isMeant(name)).map((slo) => spentOf(metrics, slo, kept).errors);
  const downtime = objectives.month * (1 - objectives.availability);
  const traffic = trafficOf(entry);
  const { p95 } = traffic ? redAt(metrics, traffic, at) : {};
  return {
    uptimeBudget: {
      // The shop is down while either gateway is, and both of them are down at the same time at most.
      left: downtime - Math.max(...errorsOf((name) => name.startsWith('uptime-'))),
      of: downtime,
    },
    failedPayments: {
      left: objectives.failedPayments - Math.max(...errorsOf((name) => name === 'failed-payments')),
      of: objectives.failedPayments,
    },
    latency: { objective: objectives.latency * 1000, ...(p95 !== undefined && { p95 }) },
    openAlerts: alerts
      .between(at, at)
      .filter(({ resolvedAt }) => resolvedAt === undefined || resolvedAt > at).length,
    uptime: gateways.map((component) => {
      const { succeeded, checks } = checksOf(metrics, component, kept);
      return { component, since, ...(checks > 0 && { share: succeeded / checks }) };
    }),
  };
};
