import type { ExternalName, ServiceName, StoreName } from '@faultline/topology';
import type { MetricCondition } from '../conditions';

/** `page` wakes somebody up, `ticket` is looked at in the morning. */
export type Priority = 'page' | 'ticket';

/** A log line contains a certain text. */
export interface LogCondition {
  kind: 'logged';
  service: ServiceName;
  /** A run of digits that passes the Luhn check. */
  cardNumber: true;
}

/** A rule over one kind of thing, the same for each of them. */
export interface AlertKind {
  priority: Priority;
  /** What is wrong, such as `Requests fail`. */
  title: string;
  /**
   * Where its cause may be besides its component: in what that needs, or in the service that uses it. Without it, the
   * component itself is what is wrong.
   */
  cause?: 'below' | 'user';
  /** Whether it is true for a moment, after each event: what silences it meanwhile hides it for good. */
  tellsOfEvent?: true;
  /** Each thing that the rule is for. */
  members: readonly AlertMember[];
}

export interface AlertMember {
  /** What distinguishes the members of a kind, such as `cart`, or `api-gateway → cart`. */
  subject: string;
  /** The component of the service map that the alert is about. */
  component: ServiceName | StoreName | ExternalName;
  when: MetricCondition | LogCondition;
}
