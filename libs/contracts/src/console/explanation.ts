import { type Static, Type } from 'typebox';
import { Time } from './common';

/** Where the evidence stands: a path of the console's pages, with absolute times. */
const link = Type.String();

/** A component that may have caused an incident. */
export const Suspect = Type.Object({
  component: Type.String(),
  /** Why, in words. */
  words: Type.String(),
  link,
});
export type Suspect = Static<typeof Suspect>;

/** One sentence about an incident. */
export const Claim = Type.Object({
  kind: Type.Union([
    /** Since when it lasts, and what was first. */
    Type.Literal('since'),
    /** From which component it spread to which. */
    Type.Literal('spread'),
    /** What its failed or slow requests have in common. */
    Type.Literal('difference'),
    /** What was never logged before. */
    Type.Literal('message'),
    /** A version, a restart or a scale shortly before. */
    Type.Literal('change'),
    /** Who waits for whose lock, now. */
    Type.Literal('lock'),
    /** Nothing can be derived. */
    Type.Literal('nothing'),
  ]),
  words: Type.String(),
  link,
});
export type Claim = Static<typeof Claim>;

/** What telemetry says about an incident. */
export const IncidentExplanation = Type.Object({
  incident: Type.Integer(),
  /** What happened from when to when was looked at. */
  from: Time,
  to: Time,
  /** At most three, the most likely first; none if nothing points to a component. */
  suspects: Type.Array(Suspect),
  claims: Type.Array(Claim),
});
export type IncidentExplanation = Static<typeof IncidentExplanation>;
