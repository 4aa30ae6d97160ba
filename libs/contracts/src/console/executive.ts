import { type Static, Type } from 'typebox';
import { Time } from './common';
import { IncidentFigures } from './incidents';

/** The error budget of an objective; what was spent and is left is not known without metrics. */
const BudgetStatus = Type.Object({
  slo: Type.String(),
  title: Type.String(),
  /** As text, such as `99 %`. */
  objective: Type.String(),
  /** What `errors` counts, such as `failed payments`. */
  unit: Type.String(),
  errors: Type.Optional(Type.Number()),
  /** The share of the month's budget that is left; negative if more was spent. */
  left: Type.Optional(Type.Number()),
  /** Since when what was spent is known, at most for a month. */
  since: Type.Optional(Time),
  /** How many times faster than allowed it is spent, over five minutes and over an hour; none without half of the data. */
  burn5m: Type.Optional(Type.Number()),
  burn1h: Type.Optional(Type.Number()),
});
export type BudgetStatus = Static<typeof BudgetStatus>;

/** The incidents that are about a component. */
const ComponentIncidents = Type.Object({
  component: Type.String(),
  opened: Type.Integer(),
  open: Type.Integer(),
  pages: Type.Integer(),
  /** How long they lasted within the range. */
  seconds: Type.Number(),
});
export type ComponentIncidents = Static<typeof ComponentIncidents>;

/** Incidents that began within a step of the range. */
const IncidentTrendPoint = Type.Object({ at: Time, figures: IncidentFigures });

const ServiceAvailability = Type.Object({
  service: Type.String(),
  requests: Type.Integer(),
  failed: Type.Integer(),
  /** The share of requests that did not fail; none without requests. */
  served: Type.Optional(Type.Number()),
  /** The share of the console's checks that succeeded; none without checks. */
  ready: Type.Optional(Type.Number()),
});
export type ServiceAvailability = Static<typeof ServiceAvailability>;

/** How well the shop kept its promises, and what went wrong with it, in a range. */
export const Executive = Type.Object({
  from: Time,
  to: Time,
  /** The oldest metrics: availability is of the range from then on. */
  metricsSince: Type.Optional(Time),
  budgets: Type.Array(BudgetStatus),
  incidents: Type.Object({
    figures: IncidentFigures,
    /** Of the range of the same length before. */
    before: IncidentFigures,
    /** Those that lasted longest first, ten at most. */
    components: Type.Array(ComponentIncidents),
    /** How many components there are in all. */
    total: Type.Integer(),
    trend: Type.Object({ stepMilliseconds: Type.Number(), points: Type.Array(IncidentTrendPoint) }),
  }),
  availability: Type.Array(ServiceAvailability),
});
export type Executive = Static<typeof Executive>;
