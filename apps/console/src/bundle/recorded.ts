import type { BudgetLog } from '../budgets/budget-log';
import type { Change, Changes } from '../changes/changes';
import type { AlertPeriod, Alerts } from '../health/alerts';
import type { ComponentState, Health, HealthChange } from '../health/health';
import type { Incidents } from '../incidents/incidents';

/*
 * What was recorded once and does not change any more. Changes are in the order of their times.
 */

const noEvents = () => () => undefined;

export const recordedHealth = (changes: readonly HealthChange[], end: number): Health => {
  const at = (time: number): ComponentState[] => {
    const states = new Map<string, ComponentState>();
    for (const change of changes) if (change.at <= time) states.set(change.component, change);
    return [...states.values()];
  };
  return {
    now: () => at(end),
    at,
    changes: (from, to) => changes.filter(({ at: time }) => time >= from && time < to),
    keptSince: () => changes[0]?.at,
    subscribe: noEvents,
  };
};

export const recordedAlerts = (periods: readonly AlertPeriod[]): Alerts => ({
  firing: () => periods.filter(({ resolvedAt }) => resolvedAt === undefined),
  between: (from, to) =>
    periods.filter(({ since, resolvedAt }) => since <= to && (resolvedAt ?? to) >= from),
  subscribe: noEvents,
});

export const recordedChanges = (all: readonly Change[]): Changes => ({
  between: (from, to) => all.filter(({ at }) => at >= from && at <= to),
  subscribe: noEvents,
});

/** Budgets of a recording are those of its metrics. */
export const noBudgetLog: BudgetLog = { between: () => [] };

/** A recording has no incidents. */
export const noIncidents: Incidents = {
  all: () => [],
  find: () => undefined,
  historyOf: () => [],
  acknowledge: () => 'unknown',
  comment: () => 'unknown',
  resolve: () => 'unknown',
  signal: () => 'taken',
  withoutFirstFailure: () => [],
  addFirstFailure: () => undefined,
  withoutLock: () => [],
  addLock: () => undefined,
  lockOf: () => undefined,
  findingsOf: () => undefined,
  withoutFindings: () => [],
  keepFindings: () => undefined,
  subscribe: noEvents,
};
