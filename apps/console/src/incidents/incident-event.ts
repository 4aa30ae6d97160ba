import { Actor } from '@faultline/contracts/console';
import { type Static, Type } from 'typebox';

/** Who says that an alert fires: the console's own evaluation, or an Alertmanager. */
const Source = Type.Enum(['console', 'alertmanager']);
export type AlertSource = Static<typeof Source>;

/** An alert as a source describes it. */
export const SignalledAlert = Type.Object({
  /** Identifies it among all alerts: its name and what distinguishes the alerts of a name. */
  key: Type.String(),
  name: Type.String(),
  summary: Type.String(),
  priority: Type.Enum(['page', 'ticket']),
  component: Type.String(),
  /** The installation of the shop that it is about, if it is another one than the console's. */
  installation: Type.Optional(Type.String()),
});
export type SignalledAlert = Static<typeof SignalledAlert>;

const common = { at: Type.Number(), incident: Type.Integer() };

/** Tells the alerts of Alertmanager apart of which the console makes one: of several routes, or processes. */
const fingerprint = Type.Optional(Type.String());

/** Logs of earlier versions have a name alone. */
const by = Type.Union([Actor, Type.String()]);

/** What happened to an incident, by the time at which the console learned of it. Its first event opens it. */
export const IncidentEvent = Type.Union([
  Type.Object({
    ...common,
    kind: Type.Literal('fired'),
    since: Type.Number(),
    source: Source,
    fingerprint,
    expireAfterMs: Type.Optional(Type.Number()),
    alert: SignalledAlert,
  }),
  Type.Object({
    ...common,
    kind: Type.Literal('ended'),
    ended: Type.Number(),
    source: Source,
    fingerprint,
    key: Type.String(),
    /** Its source has stopped telling of it. */
    expired: Type.Optional(Type.Literal(true)),
    /** It ended while the console did not run, which `ended` is the beginning of. */
    unobserved: Type.Optional(Type.Literal(true)),
  }),
  Type.Object({
    ...common,
    kind: Type.Literal('first-failure'),
    /** When its first trace failed, where, and in which span. */
    began: Type.Number(),
    component: Type.String(),
    span: Type.String(),
  }),
  Type.Object({
    ...common,
    kind: Type.Literal('lock'),
    /** The database in which statements wait for each other, and which ones. */
    component: Type.String(),
    words: Type.String(),
  }),
  Type.Object({ ...common, kind: Type.Literal('acknowledged'), by }),
  Type.Object({
    ...common,
    kind: Type.Literal('comment'),
    by,
    text: Type.String(),
  }),
  Type.Object({
    ...common,
    kind: Type.Literal('resolved'),
    by,
    /** When it was over: before the event, if the alerts had ended for a while. */
    over: Type.Number(),
  }),
]);
export type IncidentEvent = Static<typeof IncidentEvent>;

/** Who did what an event tells. */
export const actorOf = ({ kind, by }: Extract<IncidentEvent, { by: unknown }>): Actor => {
  if (typeof by !== 'string') return by;
  return kind === 'resolved' && by === 'recovery'
    ? { kind: 'recovery' }
    : { kind: 'person', name: by };
};
