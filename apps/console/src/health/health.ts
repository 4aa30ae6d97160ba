import type { ComponentRuleName } from '@faultline/slo';
import type { ServiceName, StoreName } from '@faultline/topology';

/** Whatever the service map shows. */
export type ComponentName = ServiceName | StoreName | 'shopper' | 'storefront' | 'payment-provider';

/** `unknown` until there is something to evaluate, and for what is not watched. */
export type HealthState = 'unknown' | 'green' | 'amber' | 'red';

/** A rule of `libs/slo`, errors in the component's log, or an alert. */
export type ReasonName = ComponentRuleName | 'logs' | 'alert';

/** Why a component is not green. */
export interface Reason {
  rule: ReasonName;
  /** The rule with its number, such as `p95 4.2 s over 2 s`. */
  words: string;
  /** The number in the words, in the unit of its rule: a ratio from 0 to 1, seconds, a count. */
  value: number | undefined;
  since: number;
}

export interface ComponentState {
  component: ComponentName;
  state: HealthState;
  /** Since when it has this state. */
  since: number;
  /** The most serious first; empty if the component is green. */
  reasons: readonly Reason[];
}

/** A component got another state or another set of reasons. */
export interface HealthChange extends ComponentState {
  at: number;
}

/** The states of all components, evaluated each second, and their changes over the whole retention. */
export interface Health {
  /** Evaluated within the last second. */
  now(): ComponentState[];
  /** The states at a time; `unknown` before the first change that is kept. */
  at(time: number): ComponentState[];
  /** The changes within a time range, oldest first. */
  changes(from: number, to: number): HealthChange[];
  /** The time of the oldest change that is kept; undefined if there is none. */
  keptSince(): number | undefined;
  /** Calls `listen` with each change, until the returned function is called. */
  subscribe(listen: (change: HealthChange) => void): () => void;
}
