import { type Static, Type } from 'typebox';
import { page, Time } from './common';

const Priority = Type.Union([Type.Literal('page'), Type.Literal('ticket')]);

/**
 * Who did something to an incident. `recovery` is nobody: its alerts ended. `expiry` is nobody, too: an Alertmanager no longer
 * tells of its alerts, so that nothing is known of their end.
 */
export const Actor = Type.Object({
  kind: Type.Union([
    Type.Literal('person'),
    Type.Literal('agent'),
    Type.Literal('recovery'),
    Type.Literal('expiry'),
  ]),
  /** As they call themselves; none if they do not say. */
  name: Type.Optional(Type.String()),
});
export type Actor = Static<typeof Actor>;

/** An alert that belongs to an incident, from its first firing to its last end. */
const IncidentAlert = Type.Object({
  name: Type.String(),
  summary: Type.String(),
  priority: Priority,
  component: Type.String(),
  since: Time,
  /** When it ended; firing as long as there is none. */
  resolved: Type.Optional(Time),
  /** `resolved` is not its end, but when an Alertmanager told of it last. */
  expired: Type.Optional(Type.Boolean()),
  /** What to do about it, as a path of the repository; none for an alert of others. */
  runbook: Type.Optional(Type.String()),
});

/** What happened to an incident, and what changed in the shop meanwhile. */
export const IncidentEntry = Type.Object({
  at: Time,
  kind: Type.Union([
    Type.Literal('first-failure'),
    Type.Literal('lock'),
    Type.Literal('alert'),
    Type.Literal('alert-ended'),
    Type.Literal('state'),
    Type.Literal('change'),
    Type.Literal('acknowledged'),
    Type.Literal('comment'),
    Type.Literal('resolved'),
  ]),
  /** What it is about. */
  component: Type.Optional(Type.String()),
  /** Empty where the kind says everything. */
  words: Type.String(),
  /** Who did it. */
  by: Type.Optional(Actor),
});
export type IncidentEntry = Static<typeof IncidentEntry>;

/** Alerts about one thing that is wrong, and what people do about it. */
export const Incident = Type.Object({
  id: Type.Integer(),
  title: Type.String(),
  /** Of its most urgent alert. */
  priority: Priority,
  /** The component that the others depend on. */
  component: Type.String(),
  /** The installation of the shop that it is about, if it is another one than the console's. */
  installation: Type.Optional(Type.String()),
  components: Type.Array(Type.String()),
  state: Type.Union([Type.Literal('open'), Type.Literal('acknowledged'), Type.Literal('resolved')]),
  /** When its first alert fired, but neither ten minutes before it was opened nor before the end of another one with that alert. */
  since: Time,
  acknowledged: Type.Optional(Time),
  acknowledgedBy: Type.Optional(Actor),
  /** When its last alert ended, or when somebody resolved it. */
  resolved: Type.Optional(Time),
  resolvedBy: Type.Optional(Actor),
  alerts: Type.Array(IncidentAlert),
  /** How many there are, if these are only the last of them. */
  totalAlerts: Type.Optional(Type.Integer()),
});
export type Incident = Static<typeof Incident>;

/** An incident with its time line, oldest first. */
export const IncidentDetail = Type.Object({
  incident: Incident,
  timeline: Type.Array(IncidentEntry),
  totalAlerts: Type.Integer(),
  totalEntries: Type.Integer(),
});
export type IncidentDetail = Static<typeof IncidentDetail>;

/** Mean times of the incidents of a range, in seconds; none if there is no such incident. */
export const IncidentFigures = Type.Object({
  open: Type.Integer(),
  opened: Type.Integer(),
  /** From the first alert to the acknowledgement. */
  mtta: Type.Optional(Type.Number()),
  /** From the first alert to the end, without those that ended by expiry. */
  mttr: Type.Optional(Type.Number()),
});
export type IncidentFigures = Static<typeof IncidentFigures>;

export const IncidentList = Type.Object({
  items: Type.Array(Incident),
  ...page,
  figures: IncidentFigures,
});
export type IncidentList = Static<typeof IncidentList>;

/** What who does something to an incident is called. */
const by = Type.Optional(Type.String({ minLength: 1, maxLength: 80 }));
export const IncidentAction = Type.Object({ by });
export const IncidentComment = Type.Object({
  by,
  text: Type.String({ minLength: 1, maxLength: 2000 }),
});

/** Only what Date.parse takes: neither a leap second nor a suffix. */
const Timestamp = Type.String({
  format: 'date-time',
  maxLength: 64,
  pattern: '^.{10}T[0-9:]{6}[0-5][0-9]([.][0-9]+)?(Z|[+-][0-9:]{5})$',
});

const textsOf = (maxLength: number) =>
  Type.Record(Type.String(), Type.String({ maxLength }), { maxProperties: 100 });

/** What an Alertmanager sends to a webhook, version 4, as far as the console reads it. */
export const AlertmanagerMessage = Type.Object({
  version: Type.Literal('4'),
  alerts: Type.Array(
    Type.Object({
      status: Type.Union([Type.Literal('firing'), Type.Literal('resolved')]),
      labels: textsOf(1_000),
      annotations: Type.Optional(textsOf(20_000)),
      startsAt: Timestamp,
      endsAt: Type.Optional(Timestamp),
      fingerprint: Type.Optional(Type.String({ maxLength: 100 })),
    }),
    { maxItems: 1000 },
  ),
});
export type AlertmanagerMessage = Static<typeof AlertmanagerMessage>;
