import type { ErrorGroup, Incident } from '@faultline/contracts/console';
import { ownerOf, serviceNames } from '@faultline/topology';
import type { Change } from '../changes/changes';
import type { Reason } from '../health/health';
import type { ConsoleSources } from '../sources';
import type { Failure } from './blame';
import { type FailedTraces, failedTraces } from './failed-traces';
import { componentsOf, errorsOf, firstFailure } from './first-failure';
import { type Period, periodOf } from './period';
import { type SlowTraces, slowTraces } from './slow-traces';

export type ExplanationSources = Pick<
  ConsoleSources,
  'store' | 'health' | 'alerts' | 'changes' | 'incidents'
>;

/** How a component was at its worst within a period: red, or amber. */
export interface WorstState {
  /** When it turned red, if it did. */
  red: number | undefined;
  reasons: readonly Reason[];
}

/** What the console knows of an incident, before any conclusion. */
export interface Evidence {
  incident: Incident;
  period: Period;
  /** The components that the incident can be about, from the shoppers inwards. */
  components: readonly string[];
  states: ReadonlyMap<string, WorstState>;
  failed: FailedTraces;
  first: Failure | undefined;
  slow: SlowTraces | undefined;
  /** Whether something of that time is still kept. */
  isKept: boolean;
  /** Errors of its components, against the time before. */
  errors: readonly ErrorGroup[];
  /** Shortly before it, and at its begin. */
  changes: readonly Change[];
}

/** How long before an incident a change is worth telling, in milliseconds. */
const changesBefore = 5 * 60_000;

const worstStates = (
  health: ExplanationSources['health'],
  { during: { from, to } }: Period,
): Map<string, WorstState> => {
  const worst = new Map<string, WorstState>();
  for (const { component, state, since, reasons } of [
    ...health.at(from),
    ...health.changes(from, to),
  ]) {
    if (state === 'red' && worst.get(component)?.red === undefined)
      worst.set(component, { red: since, reasons });
    else if (state === 'amber' && !worst.has(component))
      worst.set(component, { red: undefined, reasons });
  }
  return worst;
};

/** Failures are looked for nearest to the incident first: farther out there are those of others, too. */
const nearestFailures = async (
  sources: ExplanationSources,
  period: Period,
  components: readonly string[],
  main: string,
): Promise<FailedTraces> => {
  const near = ownerOf(main);
  const found = near && (await failedTraces(sources.store, period, [near]));
  if (found && found.looked >= 3) return found;
  const related = serviceNames.filter((name) => components.includes(name));
  return failedTraces(sources.store, period, related);
};

export const evidenceOf = async (
  sources: ExplanationSources,
  incident: Incident,
  now: number,
): Promise<Evidence> => {
  const { store, health, changes } = sources;
  const { component: main, since } = incident;
  const period = periodOf(incident, now);
  const components = componentsOf(incident);
  const isIts = (name: string) => components.some((each) => each === name);
  const failed = await nearestFailures(sources, period, components, main);
  const service = ownerOf(main);
  const slow = service && (await slowTraces(store, period, service));
  const its = await errorsOf(store, period, components);
  const keptSince = Math.min((await store.since()) ?? now, health.keptSince() ?? now);
  return {
    incident,
    period,
    isKept: period.during.to > keptSince,
    components,
    states: worstStates(health, period),
    failed,
    slow,
    first: await firstFailure(store, period, its),
    errors: its,
    changes: changes
      .between(since - changesBefore, since)
      .filter((change) => isIts(change.service)),
  };
};
