import { type Static, Type } from 'typebox';
import { Time } from './common';

const ComponentKind = Type.Union([
  Type.Literal('shopper'),
  Type.Literal('page'),
  Type.Literal('service'),
  Type.Literal('store'),
  Type.Literal('external'),
]);

/** `unknown`: nothing is known about it at this moment. */
export const ComponentState = Type.Union([
  Type.Literal('green'),
  Type.Literal('amber'),
  Type.Literal('red'),
  Type.Literal('unknown'),
]);
export type ComponentState = Static<typeof ComponentState>;

/** Why a component is not green: `words` tell the rule and its number, such as `p95 4.2 s, over 2 s`. */
export const Reason = Type.Object({
  rule: Type.Union([
    Type.Literal('offline'),
    Type.Literal('errors'),
    Type.Literal('logs'),
    Type.Literal('store'),
    Type.Literal('slow'),
    Type.Literal('alert'),
  ]),
  words: Type.String(),
  value: Type.Optional(Type.Number()),
  since: Time,
});
export type Reason = Static<typeof Reason>;

/**
 * Rate (per second), share of errors and p95 of duration over the last half minute; none where there are no metrics of
 * that time.
 */
const red = {
  rate: Type.Optional(Type.Number()),
  errorShare: Type.Optional(Type.Number()),
  p95: Type.Optional(Type.Number()),
};

export const ComponentStatus = Type.Object({
  name: Type.String(),
  title: Type.String(),
  kind: ComponentKind,
  state: ComponentState,
  /** When it got this state. */
  since: Type.Optional(Time),
  reasons: Type.Array(Reason),
  ...red,
  /** The versions of its instances, and their number. */
  versions: Type.Array(Type.String()),
  instances: Type.Optional(Type.Integer()),
});
export type ComponentStatus = Static<typeof ComponentStatus>;

/** Requests, or operations, from one component to another. */
export const Edge = Type.Object({ from: Type.String(), to: Type.String(), ...red });
export type Edge = Static<typeof Edge>;

export const AlertState = Type.Object({
  name: Type.String(),
  priority: Type.Union([Type.Literal('page'), Type.Literal('ticket')]),
  summary: Type.String(),
  component: Type.String(),
  /** The condition in words. */
  condition: Type.String(),
  value: Type.Optional(Type.Number()),
  since: Time,
  /** When it ended; firing as long as there is none. */
  resolved: Type.Optional(Time),
  /** What to do about it, as a path of the repository; none for an alert of others. */
  runbook: Type.Optional(Type.String()),
});
export type AlertState = Static<typeof AlertState>;

/** Something that was changed in the shop, as telemetry shows it. */
export const Change = Type.Object({
  at: Time,
  kind: Type.Union([Type.Literal('version'), Type.Literal('restart'), Type.Literal('scale')]),
  component: Type.String(),
  /** Such as `1.4.0 → 1.5.0`, or `1 → 3 instances`. */
  words: Type.String(),
});
export type Change = Static<typeof Change>;

/** A budget of the month, such as seconds of downtime; what is left may be negative, and is not known without metrics. */
/** What is left of a month's budget, by what was spent since `since`; not known without metrics. */
const Budget = Type.Object({
  left: Type.Optional(Type.Number()),
  of: Type.Number(),
  since: Type.Optional(Time),
});

export const Indicators = Type.Object({
  /** Seconds of downtime, by the synthetic checks of both gateways. */
  uptimeBudget: Budget,
  /** Payments that failed for reasons other than the shopper's card. */
  failedPayments: Budget,
  /** The p95 of the requests to the public entry against its objective. */
  latency: Type.Object({ p95: Type.Optional(Type.Number()), objective: Type.Number() }),
  openAlerts: Type.Integer(),
  /** Incidents that were not resolved; none where there are no incidents, as in a bundle. */
  openIncidents: Type.Optional(Type.Integer()),
  /** The share of successful checks by service since `since`. */
  uptime: Type.Array(
    Type.Object({ component: Type.String(), share: Type.Optional(Type.Number()), since: Time }),
  ),
});
export type Indicators = Static<typeof Indicators>;

export const Overview = Type.Object({
  at: Time,
  /** The oldest moment that can be shown. */
  keptSince: Type.Optional(Time),
  /** The oldest metrics: of moments before there are no numbers. */
  metricsSince: Type.Optional(Time),
  indicators: Indicators,
  components: Type.Array(ComponentStatus),
  edges: Type.Array(Edge),
  /** Alerts that fire, then those that ended in the last hour. */
  alerts: Type.Array(AlertState),
  totalAlerts: Type.Integer(),
  changes: Type.Array(Change),
  totalChanges: Type.Integer(),
  /** How many faults are on; undefined where that is not to be known. */
  faultsOn: Type.Optional(Type.Integer()),
});
export type Overview = Static<typeof Overview>;

/** A component's state between two changes, for the time slider. */
export const StateChange = Type.Object({
  at: Time,
  component: Type.String(),
  state: ComponentState,
  rule: Type.Optional(Type.String()),
  words: Type.Optional(Type.String()),
});
export type StateChange = Static<typeof StateChange>;
