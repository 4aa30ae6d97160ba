import { type ComponentName, componentNames } from '@faultline/topology';
import type { EventLog } from '../events/event-log';
import { Listeners } from '../events/listeners';
import { componentStates, type HealthInputs } from './component-states';
import type { ComponentState, Health, HealthChange, Reason } from './health';
import type { Finding } from './reasons';

export interface HealthMonitor extends Health {
  /** Evaluates all components at a moment. */
  evaluate(now: number): void;
  /** Records that nothing is known from a moment on. */
  end(now: number): void;
}

const unknownSince = (component: ComponentName, since: number): ComponentState => ({
  component,
  state: 'unknown',
  since,
  reasons: [],
});

const rulesOf = ({ state, reasons }: ComponentState): string =>
  [state, ...reasons.map(({ rule }) => rule)].join();

/** The states of all components, with their changes in a log. */
export const createHealthMonitor = (
  inputs: HealthInputs,
  log: EventLog<HealthChange>,
): HealthMonitor => {
  const evaluated = componentStates(inputs);
  const listeners = new Listeners<HealthChange>();
  const current = new Map<ComponentName, ComponentState>();
  for (const { at, ...state } of log.all()) current.set(state.component, state);

  /** The reasons that held before keep their time. */
  const reasonsOf = (findings: readonly Finding[], before: ComponentState, now: number): Reason[] =>
    findings.map(({ rule, words, value }) => ({
      rule,
      words,
      ...(value !== undefined && { value }),
      since: before.reasons.find((each) => each.rule === rule)?.since ?? now,
    }));

  const become = (next: ComponentState, now: number): void => {
    const before = current.get(next.component);
    current.set(next.component, next);
    if (before && rulesOf(before) === rulesOf(next)) return;
    const change = { at: now, ...next };
    log.append(change);
    listeners.tell(change);
  };

  const forgetAll = (now: number): void => {
    for (const component of componentNames) {
      const { state, since } = current.get(component) ?? unknownSince(component, now);
      become(unknownSince(component, state === 'unknown' ? since : now), now);
    }
  };
  // What an earlier process knew says nothing about now.
  forgetAll(inputs.startedAt);

  const at = (time: number): ComponentState[] => {
    const found = new Map(componentNames.map((name) => [name, unknownSince(name, 0)]));
    for (const { at: _, ...state } of log.between(0, time)) found.set(state.component, state);
    return [...found.values()];
  };

  return {
    evaluate: (now) => {
      for (const component of componentNames) {
        const { state, findings } = evaluated(component, now);
        const before = current.get(component) ?? unknownSince(component, now);
        const since = before.state === state ? before.since : now;
        become({ component, state, since, reasons: reasonsOf(findings, before, now) }, now);
      }
    },
    end: forgetAll,
    now: () => componentNames.map((name) => current.get(name) ?? unknownSince(name, 0)),
    at,
    changes: (from, to) => log.between(from, to),
    keptSince: () => log.since(),
    subscribe: listeners.subscribe,
  };
};
