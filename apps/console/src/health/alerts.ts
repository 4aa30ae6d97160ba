import { type AlertName, alertNames } from '@faultline/slo';
import type { ComponentName } from '@faultline/topology';
import { type Static, Type } from 'typebox';

/** One period in which an alert fired. */
export interface AlertPeriod {
  name: AlertName;
  /** What distinguishes the alerts of a name. */
  subject: string;
  priority: 'page' | 'ticket';
  summary: string;
  component: ComponentName;
  since: number;
  /** Undefined while it fires. */
  resolvedAt: number | undefined;
  /** It ended while the console did not run: after `resolvedAt`, when it was seen last. */
  unobserved?: true;
  /** The value of its condition when it began to fire, in the condition's unit. */
  value: number | undefined;
}

/** The alerts of `libs/slo`, evaluated four times a second, and their periods over the whole retention. */
export interface Alerts {
  firing(): AlertPeriod[];
  /** The periods that overlap a time range, oldest first. */
  between(from: number, to: number): AlertPeriod[];
  /** Calls `listen` when an alert begins to fire and when it is resolved, until the returned function is called. */
  subscribe(listen: (period: AlertPeriod) => void): () => void;
}

/** An alert began to fire, or was resolved. */
export const AlertEvent = Type.Object({
  at: Type.Number(),
  name: Type.Enum([...alertNames]),
  subject: Type.String(),
  firing: Type.Boolean(),
  /** When it was seen last, if it ended while the console did not run. */
  lastSeen: Type.Optional(Type.Number()),
  value: Type.Optional(Type.Number()),
});
export type AlertEvent = Static<typeof AlertEvent>;
