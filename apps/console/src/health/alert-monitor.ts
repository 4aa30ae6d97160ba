import { evaluate, type MetricHistory } from '@faultline/evidence';
import { type AlertName, alertNames, alertOf, serviceOf } from '@faultline/slo';
import type { ServiceName } from '@faultline/topology';
import type { EventLog } from '../events/event-log';
import { Listeners } from '../events/listeners';
import type { AlertEvent, AlertPeriod, Alerts } from './alerts';

export interface AlertMonitor extends Alerts {
  /** Evaluates all alerts at a moment. */
  evaluate(now: number): void;
}

export interface AlertInputs {
  watched: readonly ServiceName[];
  history: MetricHistory;
  /** Whether the log of the service contained a card number lately. */
  hasCardNumber(service: ServiceName, now: number): boolean;
}

const serviceOfAlert = (name: AlertName): ServiceName => {
  const { when } = alertOf(name);
  return when.kind === 'logged' ? when.service : serviceOf(when);
};

const periodOf = ({ name, at, value }: AlertEvent): AlertPeriod => {
  const { priority, summary } = alertOf(name);
  return {
    name,
    priority,
    summary,
    service: serviceOfAlert(name),
    since: at,
    resolvedAt: undefined,
    value,
  };
};

/** The alerts over the history of metrics, with their periods in a log. */
export const createAlertMonitor = (
  { watched, history, hasCardNumber }: AlertInputs,
  log: EventLog<AlertEvent>,
): AlertMonitor => {
  const listeners = new Listeners<AlertPeriod>();
  const firing = new Map<AlertName, AlertPeriod>();
  let periods: AlertPeriod[] = [];

  const apply = (event: AlertEvent): AlertPeriod | undefined => {
    const open = firing.get(event.name);
    if (event.firing) {
      if (open) return undefined;
      const period = periodOf(event);
      firing.set(event.name, period);
      periods.push(period);
      return period;
    }
    firing.delete(event.name);
    if (open) open.resolvedAt = event.at;
    return open;
  };
  for (const event of log.all()) apply(event);

  const record = (event: AlertEvent): void => {
    const period = apply(event);
    log.append(event);
    if (period) listeners.tell({ ...period });
    const oldest = log.all()[0]?.at ?? 0;
    periods = periods.filter(({ resolvedAt }) => resolvedAt === undefined || resolvedAt >= oldest);
  };

  const evaluation = (name: AlertName, now: number) => {
    const { when } = alertOf(name);
    return when.kind === 'logged'
      ? { holds: hasCardNumber(when.service, now), value: undefined }
      : evaluate(when, history, now);
  };

  /** A service that has not appeared yet is not away. */
  const hasAppeared = (service: ServiceName): boolean =>
    history.window(service, 0).readable.some(Boolean);

  const watchedAlerts = alertNames.filter((name) => watched.includes(serviceOfAlert(name)));
  const copies = (all: Iterable<AlertPeriod>) => [...all].map((period) => ({ ...period }));
  return {
    evaluate: (now) => {
      for (const name of watchedAlerts) {
        const { holds, value } = evaluation(name, now);
        if (holds === firing.has(name)) continue;
        if (holds && !hasAppeared(serviceOfAlert(name))) continue;
        record({ at: now, name, firing: holds, ...(value !== undefined && { value }) });
      }
    },
    firing: () => copies(firing.values()),
    between: (from, to) =>
      copies(
        periods.filter(
          ({ since, resolvedAt }) =>
            since <= to && (resolvedAt === undefined || resolvedAt >= from),
        ),
      ),
    subscribe: listeners.subscribe,
  };
};
