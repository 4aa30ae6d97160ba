import type { Incident } from '@faultline/contracts/console';
import { dependsOn } from '@faultline/topology';
import type { AlertSource, IncidentEvent, SignalledAlert } from './incident-event';

interface AlertOfIncident extends SignalledAlert {
  since: number;
  firing: Set<AlertSource>;
  /** When the last source said that it ended. */
  ended: number | undefined;
}

/** An incident as its events have made it. */
export interface IncidentRecord {
  id: number;
  component: string;
  alerts: Map<string, AlertOfIncident>;
  acknowledged: { at: number; by: string } | undefined;
  resolved: { over: number; by: string } | undefined;
}

type Fired = Extract<IncidentEvent, { kind: 'fired' }>;

const withAlert = (record: IncidentRecord, { since, source, alert }: Fired): void => {
  const known = record.alerts.get(alert.key);
  if (known) {
    known.firing.add(source);
    known.ended = undefined;
  } else {
    record.alerts.set(alert.key, { ...alert, since, firing: new Set([source]), ended: undefined });
  }
  // What the others depend on is nearer to the cause.
  if (dependsOn(record.component, alert.component)) record.component = alert.component;
};

/** Applies an event to the incidents. Events of an incident whose beginning is not kept any more are left out. */
export const applyEvent = (records: Map<number, IncidentRecord>, event: IncidentEvent): void => {
  const record = records.get(event.incident);
  if (event.kind === 'fired') {
    const changed = record ?? {
      id: event.incident,
      component: event.alert.component,
      alerts: new Map(),
      acknowledged: undefined,
      resolved: undefined,
    };
    records.set(event.incident, changed);
    withAlert(changed, event);
    return;
  }
  if (!record) return;
  if (event.kind === 'ended') {
    const alert = record.alerts.get(event.key);
    alert?.firing.delete(event.source);
    if (alert?.firing.size === 0) alert.ended = event.ended;
  } else if (event.kind === 'acknowledged') {
    record.acknowledged ??= { at: event.at, by: event.by };
  } else if (event.kind === 'resolved') {
    record.resolved = { over: event.over, by: event.by };
  }
};

/** Whether an alert is about the same trouble: of the same component, or of one that needs it or that it needs. */
export const belongsTo = ({ component }: IncidentRecord, alert: SignalledAlert): boolean =>
  alert.component === component ||
  dependsOn(alert.component, component) ||
  dependsOn(component, alert.component);

/** When the last alert of an incident ended; undefined while one fires. */
export const endOf = ({ alerts }: IncidentRecord): number | undefined => {
  const ends = [...alerts.values()].map(({ ended }) => ended ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...ends);
  return Number.isFinite(last) ? last : undefined;
};

const bySince = (one: { since: number }, other: { since: number }) => one.since - other.since;

/** An incident as the API shows it. */
export const shownIncident = (record: IncidentRecord): Incident => {
  const { id, component, acknowledged, resolved } = record;
  const alerts = [...record.alerts.values()].sort(bySince);
  const urgent = alerts.find(({ priority }) => priority === 'page');
  const about = alerts.find((alert) => alert.component === component) ?? urgent ?? alerts[0];
  return {
    id,
    title: about?.summary ?? component,
    priority: urgent ? 'page' : 'ticket',
    component,
    components: [...new Set([component, ...alerts.map((alert) => alert.component)])],
    state: resolved ? 'resolved' : acknowledged ? 'acknowledged' : 'open',
    since: alerts[0]?.since ?? 0,
    ...(acknowledged && { acknowledged: acknowledged.at, acknowledgedBy: acknowledged.by }),
    ...(resolved && { resolved: resolved.over, resolvedBy: resolved.by }),
    alerts: alerts.map(({ name, summary, priority, component: its, since, ended }) => ({
      name,
      summary,
      priority,
      component: its,
      since,
      ...(ended !== undefined && { resolved: ended }),
    })),
  };
};
