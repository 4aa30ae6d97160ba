import type { AlertKind, AlertMember, Priority } from './alert';
import { businessAlerts } from './business-alerts';
import { probeAlerts } from './probe-alerts';
import { serviceAlerts } from './service-alerts';
import { storeAlerts } from './store-alerts';

export type { AlertKind, AlertMember, LogCondition, Priority } from './alert';

/** The kinds of alerts by name: each is one rule for all things of a kind, and none is about one fault. */
const kinds = { ...serviceAlerts, ...storeAlerts, ...businessAlerts, ...probeAlerts };

export type AlertName = keyof typeof kinds;

const isAlertName = (name: string): name is AlertName => Object.hasOwn(kinds, name);

export const alertNames: readonly AlertName[] = Object.keys(kinds).filter(isAlertName);

/** The kind of a name, without its own type, for code that is generic over alerts. */
export const alertKindOf = (name: AlertName): AlertKind => kinds[name];

/** A kind's rule for one of its members. */
export interface Alert extends AlertMember {
  name: AlertName;
  priority: Priority;
  /** What is wrong with what, such as `The requests to a service fail: cart`. */
  summary: string;
}

/** Identifies an alert among all of them. */
export interface AlertId {
  name: AlertName;
  subject: string;
}

export const alertKey = ({ name, subject }: AlertId): string => `${name} ${subject}`;

/** All alerts, kind by kind. */
export const alerts: readonly Alert[] = alertNames.flatMap((name) => {
  const { priority, title, members } = alertKindOf(name);
  return members.map((member) => ({
    ...member,
    name,
    priority,
    // The name of the only member adds nothing.
    summary: members.length > 1 ? `${title}: ${member.subject}` : title,
  }));
});

const byKey = new Map(alerts.map((alert) => [alertKey(alert), alert]));

/** An alert by its name and subject; undefined if there is none. */
export const findAlert = (id: AlertId): Alert | undefined => byKey.get(alertKey(id));

/** The path of the page that says what to do about an alert. */
export const runbookOf = (name: string): string => `docs/runbooks/${name}.md`;
