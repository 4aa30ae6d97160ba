import type { ComponentState, StateChange } from '@faultline/contracts/console';

export interface Segment {
  from: number;
  to: number;
  state: ComponentState;
}

const severity: Readonly<Record<ComponentState, number>> = {
  unknown: 0,
  green: 1,
  amber: 2,
  red: 3,
};

const worst = (states: Iterable<ComponentState>): ComponentState =>
  [...states].reduce<ComponentState>(
    (found, state) => (severity[state] > severity[found] ? state : found),
    'unknown',
  );

/** The worst state of all components over time, from changes that come oldest first. */
export const worstStates = (
  changes: readonly StateChange[],
  from: number,
  to: number,
): Segment[] => {
  const states = new Map<string, ComponentState>();
  const segments: Segment[] = [];
  let state: ComponentState = 'unknown';
  let since = from;
  const close = (at: number) => {
    if (at > since) segments.push({ from: since, to: at, state });
    since = Math.max(since, at);
  };
  for (const change of changes) {
    if (change.at >= to) break;
    states.set(change.component, change.state);
    const next = worst(states.values());
    if (next === state) continue;
    close(change.at);
    state = next;
  }
  close(to);
  return segments;
};
