import { type ComponentRuleName, componentRules } from '@faultline/slo';
import { componentNames } from '@faultline/topology';
import { type Static, Type } from 'typebox';

/** A rule of `libs/slo`, errors in the component's log, or an alert. */
export type ReasonName = ComponentRuleName | 'logs' | 'alert';

const reasonNames: readonly ReasonName[] = [
  ...new Set(componentRules.map(({ rule }) => rule)),
  'logs',
  'alert',
];

const Reason = Type.Object({
  rule: Type.Enum([...reasonNames]),
  /** The rule with its number, such as `p95 4.2 s, over 2 s`. */
  words: Type.String(),
  /** The number in the words, in the unit of its rule: a ratio from 0 to 1, seconds, a count. */
  value: Type.Optional(Type.Number()),
  since: Type.Number(),
});
/** Why a component is not green. */
export type Reason = Static<typeof Reason>;

const healthStates = ['unknown', 'green', 'amber', 'red'] as const;
/** `unknown` until there is something to evaluate, and for what is not watched. */
export type HealthState = (typeof healthStates)[number];

/** A component got another state or another set of reasons. */
export const HealthChange = Type.Object({
  at: Type.Number(),
  component: Type.Enum([...componentNames]),
  state: Type.Enum([...healthStates]),
  /** Since when it has this state. */
  since: Type.Number(),
  /** The most serious first; empty if the component is green. */
  reasons: Type.Array(Reason),
});
export type HealthChange = Static<typeof HealthChange>;

export type ComponentState = Omit<HealthChange, 'at'>;

/** Whether the states of a time are known. */
export const hasStatesOf = ({ keptSince }: Pick<Health, 'keptSince'>, time: number): boolean =>
  (keptSince() ?? Number.POSITIVE_INFINITY) <= time;

/** The states of all components, evaluated four times a second, and their changes over the whole retention. */
export interface Health {
  /** Evaluated just before. */
  now(): ComponentState[];
  /** The states at a time; `unknown` before the first change that is kept. */
  at(time: number): ComponentState[];
  /** The changes within a time range, oldest first. */
  changes(from: number, to: number): HealthChange[];
  /** From when on all changes are kept, so that states are known; undefined if there is none. */
  keptSince(): number | undefined;
  /** Calls `listen` with each change, until the returned function is called. */
  subscribe(listen: (change: HealthChange) => void): () => void;
}
