import type { Indicators } from '@faultline/contracts/console';
import { increments } from '@faultline/evidence';
import { objectives } from '@faultline/slo';
import { entry } from '@faultline/topology';
import type { ConsoleSources } from '../sources';
import { redAt } from './present-red';
import { trafficOf } from './traffic';

/** The gateways, whose checks make the uptime. */
const gateways = ['api-gateway', 'web-gateway'] as const;

interface Uptime {
  succeeded: number;
  checks: number;
  /** Seconds after a failed check until the next. */
  down: number;
}

/** What the checks of a component came to, up to a moment. */
const uptimeOf = (metrics: ConsoleSources['metrics'], probe: string, at: number): Uptime => {
  const { times, series } = metrics.window('console', 0, at);
  const uptime: Uptime = { succeeded: 0, checks: 0, down: 0 };
  for (const { values } of series('probe_success', { probe }))
    values.forEach((value, index) => {
      if (Number.isNaN(value)) return;
      uptime.checks += 1;
      if (value > 0) uptime.succeeded += 1;
      else uptime.down += ((times[index] ?? 0) - (times[index - 1] ?? times[index] ?? 0)) / 1000;
    });
  return uptime;
};

const failedPayments = (metrics: ConsoleSources['metrics'], at: number): number =>
  increments(metrics.window('payment', 0, at), 'payments_total', { outcome: 'failed' })
    .flatMap(({ by }) => [...by])
    .reduce((sum, by) => sum + by, 0);

/** The figures of the objectives at a moment, over what is kept of the metrics. */
export const indicators = (
  { metrics, alerts }: Pick<ConsoleSources, 'metrics' | 'alerts'>,
  at: number,
): Indicators => {
  const since = metrics.keptSince() ?? at;
  const uptimes = gateways.map((component) => ({
    component,
    ...uptimeOf(metrics, component, at),
  }));
  const downtime = objectives.month * (1 - objectives.availability);
  const traffic = trafficOf(entry);
  const { p95 } = traffic ? redAt(metrics, traffic, at) : {};
  return {
    uptimeBudget: {
      // The shop is down while either gateway is, and both of them are down at the same time at most.
      left: downtime - Math.max(...uptimes.map(({ down }) => down)),
      of: downtime,
    },
    failedPayments: {
      left: objectives.failedPayments - failedPayments(metrics, at),
      of: objectives.failedPayments,
    },
    latency: { objective: objectives.latency * 1000, ...(p95 !== undefined && { p95 }) },
    openAlerts: alerts
      .between(at, at)
      .filter(({ resolvedAt }) => resolvedAt === undefined || resolvedAt > at).length,
    uptime: uptimes.map(({ component, succeeded, checks }) => ({
      component,
      since,
      ...(checks > 0 && { share: succeeded / checks }),
    })),
  };
};
