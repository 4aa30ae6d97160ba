import { IncidentEntry, IncidentExplanation } from '@faultline/contracts/console';
import { type Static, Type } from 'typebox';
import { HealthChange } from '../health/health';

/** What was spent of an objective's budget. */
export const BudgetImpact = Type.Object({
  title: Type.String(),
  objective: Type.String(),
  unit: Type.String(),
  errors: Type.Number(),
  share: Type.Number(),
});
export type BudgetImpact = Static<typeof BudgetImpact>;

/** Who met failed requests, as far as logs tell. */
export const AffectedSessions = Type.Object({
  sessions: Type.Number(),
  /** Failed requests of which no service has logged a session. */
  withoutSession: Type.Number(),
  /** Whether there were more failed requests than were read. */
  isMinimum: Type.Boolean(),
  /** Some of the traces that failed, the newest first. */
  traces: Type.Array(Type.String()),
});
export type AffectedSessions = Static<typeof AffectedSessions>;

/** What an incident has cost. */
export const Impact = Type.Object({
  /** Since when it is counted: later than it began if metrics are not kept for so long; undefined if they are all gone. */
  countedSince: Type.Optional(Type.Number()),
  gateways: Type.Array(
    Type.Object({ service: Type.String(), requests: Type.Number(), failed: Type.Number() }),
  ),
  failedPayments: Type.Number(),
  budgets: Type.Array(BudgetImpact),
  /** Undefined if its logs are not kept any more. */
  sessions: Type.Optional(AffectedSessions),
});
export type Impact = Static<typeof Impact>;

/** The states of all components at a moment, without those that were not known. */
export const MapState = Type.Object({
  at: Type.Number(),
  states: Type.Array(Type.Omit(HealthChange, ['at'])),
});
export type MapState = Static<typeof MapState>;

/** The maps of an incident: when it began, at its worst moment, and after it. */
export const Maps = Type.Object({ start: MapState, worst: MapState, after: MapState });
export type Maps = Static<typeof Maps>;

/** What was known of an incident soon after it was resolved, while its telemetry was still kept. */
export const Findings = Type.Object({
  at: Type.Number(),
  incident: Type.Integer(),
  /** When the first of its components failed, and when most did. */
  began: Type.Number(),
  worst: Type.Number(),
  impact: Impact,
  explanation: IncidentExplanation,
  /** States and changes around it, and its maps. Earlier versions kept none. */
  surroundings: Type.Optional(Type.Array(IncidentEntry)),
  maps: Type.Optional(Maps),
});
export type Findings = Static<typeof Findings>;
