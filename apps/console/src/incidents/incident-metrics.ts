import type { Incident } from '@faultline/contracts/console';
import type { ServiceApp } from '@faultline/service';
import type { Incidents } from './incidents';

const secondsTo = (end: number, { since }: Incident): number => Math.max(0, end - since) / 1000;

/**
 * Counts incidents from now on, and how long it took until they were acknowledged and resolved. When those were over that ended
 * by expiry is not known, so they do not count as resolved.
 */
export const countIncidents = (
  metrics: Pick<ServiceApp['metrics'], 'counter' | 'gauge'>,
  incidents: Pick<Incidents, 'all' | 'subscribe'>,
): void => {
  const opened = metrics.counter('incidents_opened_total', {});
  const acknowledged = metrics.counter('incidents_acknowledged_total', {});
  const acknowledgeSeconds = metrics.counter('incidents_acknowledge_seconds_total', {});
  const resolved = metrics.counter('incidents_resolved_total', {});
  const resolveSeconds = metrics.counter('incidents_resolve_seconds_total', {});
  const before = new Map(incidents.all().map((incident) => [incident.id, incident]));
  incidents.subscribe((incident) => {
    const known = before.get(incident.id);
    before.set(incident.id, incident);
    if (!known) opened.add({});
    if (incident.acknowledged !== undefined && known?.acknowledged === undefined) {
      acknowledged.add({});
      acknowledgeSeconds.add({}, secondsTo(incident.acknowledged, incident));
    }
    if (incident.resolvedBy?.kind === 'expiry') return;
    if (incident.resolved !== undefined && known?.resolved === undefined) {
      resolved.add({});
      resolveSeconds.add({}, secondsTo(incident.resolved, incident));
    }
  });
  metrics.gauge('incidents_open', (report) => {
    const open = incidents.all().filter(({ state }) => state !== 'resolved');
    for (const priority of ['page', 'ticket'] as const)
      report({ priority }, open.filter((incident) => incident.priority === priority).length);
  });
};
