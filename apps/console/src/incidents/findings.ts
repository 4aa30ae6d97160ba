import { IncidentExplanation } from '@faultline/contracts/console';
import { type Static, Type } from 'typebox';

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

/** What was known of an incident soon after it was resolved, while its telemetry was still kept. */
export const Findings = Type.Object({
  at: Type.Number(),
  incident: Type.Integer(),
  /** When the first of its components failed, and when most did. */
  began: Type.Number(),
  worst: Type.Number(),
  impact: Impact,
  explanation: IncidentExplanation,
});
export type Findings = Static<typeof Findings>;
