import type { Actor, Incident } from '@faultline/contracts/console';
import { burnAlerts } from '@faultline/slo';
import { areRelated, dependsOn } from '@faultline/topology';
import { withRunbook } from '../runbook-path';
import {
  type AlertSource,
  actorOf,
  type IncidentEvent,
  type SignalledAlert,
} from './incident-event';
import type { Lock } from './incidents';

type Fired = Extract<IncidentEvent, { kind: 'fired' }>;

/** What a source says of an alert that fires. */
type Firing = Pick<Fired, 'since' | 'source' | 'fingerprint' | 'expireAfterMs'>;

/** When an alert ended, or when a source told of it last that has stopped doing so. */
interface End {
  at: number;
  expired: boolean;
}

interface AlertOfIncident extends SignalledAlert {
  /** When it first fired, as its sources say. */
  since: number;
  /** From when on it belongs to the incident. */
  began: number;
  /** Who says that it fires. */
  firing: Map<string, Firing>;
  /** The latest of its ends by its sources. */
  end: End | undefined;
  /** Its end was not told: the source that told of it last has stopped doing so. */
  expired: boolean;
}

/** Who says that an alert fires. */
export const sourceOf = (told: { source: AlertSource; fingerprint?: string }): string =>
  told.fingerprint === undefined ? told.source : `${told.source} ${told.fingerprint}`;

/** When an alert ended; undefined while it fires. */
const endedOf = ({ firing, end }: AlertOfIncident): End | undefined =>
  firing.size === 0 ? end : undefined;

/** An incident as its events have made it. */
export interface IncidentRecord {
  id: number;
  opened: number;
  component: string;
  installation: string | undefined;
  alerts: Map<string, AlertOfIncident>;
  hasFirstFailure: boolean;
  lock: Lock | undefined;
  acknowledged: { at: number; by: Actor } | undefined;
  resolved: { over: number; by: Actor } | undefined;
}

/**
 * How long before it was opened an incident can have begun, in milliseconds. An Alertmanager may take its `group_interval` to
 * tell of an alert, which is five minutes by default, and try again when the console is away. What it says began days ago was told
 * before, or did not matter to anybody.
 */
const maxLead = 10 * 60_000;

/** When the last of the other incidents was over that held an alert; 0 without one. */
const lastEnd = (
  records: ReadonlyMap<number, IncidentRecord>,
  { incident, alert: { key } }: Fired,
): number =>
  [...records.values()].reduce(
    (last, { id, alerts, resolved }) =>
      id !== incident && alerts.has(key) ? Math.max(last, resolved?.over ?? 0) : last,
    0,
  );

/** From when on an alert belongs to an incident. The console tells of its own alerts at once. */
const beginOf = (
  records: ReadonlyMap<number, IncidentRecord>,
  { opened }: IncidentRecord,
  fired: Fired,
): number =>
  fired.source === 'console'
    ? fired.since
    : Math.max(fired.since, opened - maxLead, lastEnd(records, fired));

const withAlert = (
  records: ReadonlyMap<number, IncidentRecord>,
  record: IncidentRecord,
  fired: Fired,
): void => {
  const { since, alert, ...told } = fired;
  const known = record.alerts.get(alert.key) ?? {
    ...alert,
    since,
    began: beginOf(records, record, fired),
    firing: new Map(),
    end: undefined,
    expired: false,
  };
  known.firing.set(sourceOf(told), { since, ...told });
  known.expired = false;
  record.alerts.set(alert.key, known);
  // What the others depend on is nearer to the cause.
  if (dependsOn(record.component, alert.component)) record.component = alert.component;
};

/** The later of two ends; of two at the same time, the one that is known. */
const laterOf = (one: End | undefined, other: End): End => {
  if (one === undefined || other.at > one.at) return other;
  return one.at === other.at && one.expired ? other : one;
};

/** Applies an event to the incidents. Events of an incident whose beginning is not kept any more are left out. */
export const applyEvent = (records: Map<number, IncidentRecord>, event: IncidentEvent): void => {
  const record = records.get(event.incident);
  if (event.kind === 'fired') {
    const changed = record ?? {
      id: event.incident,
      opened: event.at,
      component: event.alert.component,
      installation: event.alert.installation,
      alerts: new Map(),
      hasFirstFailure: false,
      lock: undefined,
      acknowledged: undefined,
      resolved: undefined,
    };
    records.set(event.incident, changed);
    withAlert(records, changed, event);
    return;
  }
  if (!record) return;
  if (event.kind === 'ended') {
    const alert = record.alerts.get(event.key);
    if (!alert) return;
    alert.firing.delete(sourceOf(event));
    alert.expired = event.expired ?? false;
    alert.end = laterOf(alert.end, { at: event.ended, expired: alert.expired });
  } else if (event.kind === 'first-failure') {
    record.hasFirstFailure = true;
  } else if (event.kind === 'lock') {
    record.lock ??= { component: event.component, words: event.words };
  } else if (event.kind === 'acknowledged') {
    record.acknowledged ??= { at: event.at, by: actorOf(event) };
  } else if (event.kind === 'resolved') {
    record.resolved = { over: event.over, by: actorOf(event) };
  }
};

/** Burn rates look back for hours, and so fire long after what has spent the budget. */
const isOfBudget = ({ name }: SignalledAlert): boolean =>
  burnAlerts.some((alert) => alert.name === name);

/**
 * Whether a related alert becomes a part of an incident that is open. One that holds budgets alone may have been open for hours,
 * so that something new would not be noticed in it.
 */
export const takesIn = (
  { alerts, component, installation }: IncidentRecord,
  alert: SignalledAlert,
): boolean =>
  installation === alert.installation &&
  areRelated(component, alert.component) &&
  (isOfBudget(alert) || ![...alerts.values()].every(isOfBudget));

/**
 * When the last alert of an incident ended; undefined while one fires. Those of budgets do not count beside others, or the next
 * incident would become a part of this one.
 */
export const endOf = ({ alerts }: IncidentRecord): End | undefined => {
  const all = [...alerts.values()];
  const causes = all.filter((alert) => !isOfBudget(alert));
  let last: End | undefined;
  for (const alert of causes.length > 0 ? causes : all) {
    const end = endedOf(alert);
    if (end === undefined) return undefined;
    last = laterOf(last, end);
  }
  return last;
};

const bySince = (one: { since: number }, other: { since: number }) => one.since - other.since;

/** An incident as the API shows it. */
export const shownIncident = (record: IncidentRecord): Incident => {
  const { id, component, installation, acknowledged, resolved } = record;
  const alerts = [...record.alerts.values()].sort(bySince);
  const urgent = alerts.find(({ priority }) => priority === 'page');
  const about = alerts.find((alert) => alert.component === component) ?? urgent ?? alerts[0];
  return {
    id,
    title: about?.summary ?? component,
    priority: urgent ? 'page' : 'ticket',
    component,
    ...(installation !== undefined && { installation }),
    components: [...new Set([component, ...alerts.map((alert) => alert.component)])],
    state: resolved ? 'resolved' : acknowledged ? 'acknowledged' : 'open',
    since: Math.min(...alerts.map(({ began }) => began)),
    ...(acknowledged && { acknowledged: acknowledged.at, acknowledgedBy: acknowledged.by }),
    ...(resolved && { resolved: resolved.over, resolvedBy: resolved.by }),
    alerts: alerts.map((alert) => {
      const { name, summary, priority, component: its, since } = alert;
      const ended = endedOf(alert);
      return {
        ...{ name, summary, priority, component: its, since },
        ...(ended && { resolved: ended.at }),
        ...(ended?.expired && { expired: true }),
        ...withRunbook(name),
      };
    }),
  };
};
