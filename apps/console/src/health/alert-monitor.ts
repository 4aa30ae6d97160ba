import { evaluate, type MetricHistory } from '@faultline/evidence';
import {
  type Alert,
  alertKey,
  alerts,
  findAlert,
  type SeriesOwner,
  serviceOf,
} from '@faultline/slo';
import type { ServiceName } from '@faultline/topology';
import type { EventLog } from '../events/event-log';
import { Listeners } from '../events/listeners';
import type { AlertEvent, AlertPeriod, Alerts } from './alerts';
import { isDue } from './appeared';

export interface AlertMonitor extends Alerts {
  /** Evaluates all alerts at a moment. */
  evaluate(now: number): void;
}

export interface AlertInputs {
  watched: readonly ServiceName[];
  history: MetricHistory;
  /** When the console started. */
  startedAt: number;
  /** When an earlier process evaluated for the last time. */
  lastEvaluated?: number | undefined;
  /** Whether the log of the service contained a card number lately. */
  hasCardNumber(service: ServiceName, now: number): boolean;
}

/** Whose metrics or logs say whether an alert fires. */
const ownerOf = ({ when }: Alert): SeriesOwner =>
  when.kind === 'logged' ? when.service : serviceOf(when);

const periodOf = (
  { name, subject, priority, summary, component }: Alert,
  { at, value }: AlertEvent,
): AlertPeriod => ({
  name,
  subject,
  priority,
  summary,
  component,
  since: at,
  resolvedAt: undefined,
  value,
});

/** An alert whose condition holds again so soon has not ended: windows move between two scrapes. */
const settleMs = 3_000;
/** What the console looks back for at most. */
const longestWindowMs = 30_000;

/** The alerts over the history of metrics, with their periods in a log. */
export const createAlertMonitor = (
  { watched, history, startedAt, lastEvaluated, hasCardNumber }: AlertInputs,
  log: EventLog<AlertEvent>,
): AlertMonitor => {
  const listeners = new Listeners<AlertPeriod>();
  const firing = new Map<string, AlertPeriod>();
  /** Since when the conditions of alerts that fire do not hold. */
  const settling = new Map<string, number>();
  let periods: AlertPeriod[] = [];

  const apply = (event: AlertEvent): AlertPeriod | undefined => {
    const key = alertKey(event);
    const open = firing.get(key);
    if (event.firing) {
      const alert = findAlert(event);
      if (open || !alert) return undefined;
      const period = periodOf(alert, event);
      firing.set(key, period);
      periods.push(period);
      return period;
    }
    firing.delete(key);
    if (open) open.resolvedAt = event.lastSeen ?? event.at;
    if (open && event.lastSeen !== undefined) open.unobserved = true;
    return open;
  };
  for (const event of log.all()) apply(event);
  /** Those that fired when the console stopped: until their windows are full again, nothing can be said of their end. */
  const restored = new Set(firing.keys());
  /** Those of them that have not been seen since. */
  const unseen = new Set(restored);
  /** When an alert was seen last whose end nobody observed. */
  const lastSeen = (key: string): number | undefined =>
    unseen.has(key) && lastEvaluated !== undefined
      ? Math.max(firing.get(key)?.since ?? 0, lastEvaluated)
      : undefined;

  const record = (event: AlertEvent): void => {
    const period = apply(event);
    log.append(event);
    if (period) listeners.tell({ ...period });
    const oldest = log.all()[0]?.at ?? 0;
    periods = periods.filter(({ resolvedAt }) => resolvedAt === undefined || resolvedAt >= oldest);
  };

  const evaluation = ({ when }: Alert, now: number) =>
    when.kind === 'logged'
      ? { holds: hasCardNumber(when.service, now), value: undefined }
      : evaluate(when, history, now);

  const owners: readonly SeriesOwner[] = [...watched, 'console'];
  const watchedAlerts = alerts.filter((alert) => owners.includes(ownerOf(alert)));
  const copies = (all: Iterable<AlertPeriod>) => [...all].map((period) => ({ ...period }));
  return {
    evaluate: (now) => {
      for (const alert of watchedAlerts) {
        const { name, subject } = alert;
        const key = alertKey(alert);
        const { holds, value } = evaluation(alert, now);
        if (holds) {
          settling.delete(key);
          unseen.delete(key);
        }
        if (holds === firing.has(key)) continue;
        if (holds) {
          if (!isDue(history, ownerOf(alert), startedAt, now)) continue;
          record({ at: now, name, subject, firing: true, ...(value !== undefined && { value }) });
          continue;
        }
        if (restored.has(key) && now - startedAt < longestWindowMs) continue;
        const over = settling.get(key) ?? now;
        settling.set(key, over);
        if (now - over < settleMs) continue;
        settling.delete(key);
        const seen = lastSeen(key);
        record({
          ...{ at: over, name, subject, firing: false },
          ...(seen !== undefined && { lastSeen: seen }),
        });
        unseen.delete(key);
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
