import type { AlertState } from '@faultline/contracts/console';
import { type AlertId, conditionInWords, findAlert } from '@faultline/slo';
import type { AlertPeriod } from '../health/alerts';
import { withRunbook } from '../runbook-path';
import type { ConsoleSources } from '../sources';
import { type Paging, type Place, pageOfList } from './pages';
import { rangeOf } from './range';

/** The condition of an alert in words; empty for an alert of another version, in a bundle. */
const conditionText = (id: AlertId): string => {
  const alert = findAlert(id);
  return alert ? conditionInWords(alert.when) : '';
};

/** An alert as it was at a moment: one that was resolved later still fires. */
export const alertState = (period: AlertPeriod, at: number): AlertState => {
  const { name, priority, summary, component, since, resolvedAt, value } = period;
  return {
    name,
    priority,
    summary,
    component,
    condition: conditionText(period),
    since,
    ...(value !== undefined && { value }),
    ...(resolvedAt !== undefined && resolvedAt <= at && { resolved: resolvedAt }),
    ...withRunbook(name),
  };
};

/** Those that fire before those that ended; each the newest first. */
export const firingFirst = (states: readonly AlertState[]): AlertState[] =>
  [...states].sort((a, b) => {
    if (a.resolved === undefined || b.resolved === undefined)
      return (
        Number(a.resolved !== undefined) - Number(b.resolved !== undefined) || b.since - a.since
      );
    return b.resolved - a.resolved;
  });

const placeOf = ({ name, component, summary, since, resolved }: AlertState): Place => ({
  order: resolved === undefined ? [0, -since] : [1, -resolved],
  id: JSON.stringify([name, component, summary, since]),
});

/** Alerts that fire or ended in a range. */
export const alerts = (
  sources: Pick<ConsoleSources, 'alerts' | 'health'>,
  query: { from?: number; to?: number } & Paging,
) => {
  const { from, to } = rangeOf(query);
  const keptSince = sources.health.keptSince();
  const items = firingFirst(
    sources.alerts.between(from, to).map((period) => alertState(period, to)),
  );
  return pageOfList(items, placeOf, query, keptSince);
};
