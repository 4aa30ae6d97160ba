import type { Incident } from '@faultline/contracts/console';
import type { ComponentState, HealthState } from '../health/health';
import type { ConsoleSources } from '../sources';
import { before } from '../views/incidents';
import type { Range } from '../views/range';

/** What the bundle of an incident has after its end, and when the map after it is drawn. */
const afterwards = 60_000;
/** A longer bundle would be too large; the rest can be had in others. */
const longestBundle = 60 * 60_000;

/** The moments of an incident that a post-mortem tells of. */
export interface Moments {
  /** When the first of its components failed, or its first alert fired; at most five minutes before that. */
  began: number;
  /** When it was over, or the present. */
  end: number;
  /** When most components failed. */
  worst: number;
  /** A minute after its end, or the present. */
  after: number;
  /** What is bundled: from five minutes before it on. */
  bundle: Range;
}

const weights: Readonly<Record<HealthState, number>> = {
  red: 1000,
  amber: 1,
  green: 0,
  unknown: 0,
};

/** The first moment of a range at which most components failed, or else have warnings. */
const worstOf = (health: ConsoleSources['health'], { from, to }: Range): number => {
  const weightOf = ({ state }: ComponentState) => weights[state];
  const current = new Map(health.at(from).map((state) => [state.component, weightOf(state)]));
  const total = () => [...current.values()].reduce((sum, weight) => sum + weight, 0);
  const worst = { at: from, total: total() };
  const changes = health.changes(from, to);
  changes.forEach((change, index) => {
    current.set(change.component, weightOf(change));
    // What changes at the same moment belongs to it.
    if (changes[index + 1]?.at === change.at || total() <= worst.total) return;
    worst.at = change.at;
    worst.total = total();
  });
  return worst.at;
};

export const momentsOf = (
  health: ConsoleSources['health'],
  { since, resolved, components }: Incident,
  now: number,
  /** What is known of them already. */
  known?: Pick<Moments, 'began' | 'worst'>,
): Moments => {
  const end = resolved ?? now;
  const failing = health
    .at(since)
    .filter(({ component, state }) => state === 'red' && components.includes(component));
  const began =
    known?.began ??
    Math.max(since - before, Math.min(since, ...failing.map((state) => state.since)));
  const after = Math.min(now, end + afterwards);
  return {
    began,
    end,
    worst: known?.worst ?? worstOf(health, { from: began, to: end }),
    after,
    bundle: { from: since - before, to: Math.min(after, since - before + longestBundle) },
  };
};
