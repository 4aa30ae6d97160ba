import { MetricHistory, type Sample, type ScrapeTarget } from '@faultline/evidence';
import { recordedHealth } from '../src/bundle/recorded';
import type { HealthChange } from '../src/health/health';
import type { ConsoleSources } from '../src/sources';

export const sample = (
  name: string,
  value: number,
  labels: Readonly<Record<string, string>> = {},
): Sample => ({ name, labels, value });

/** The buckets of a histogram with so many observations up to each bound, in seconds. */
export const histogram = (
  name: string,
  counts: Readonly<Record<string, number>>,
  labels: Readonly<Record<string, string>>,
): Sample[] => [
  ...Object.entries(counts).map(([le, count]) =>
    sample(`${name}_bucket`, count, { ...labels, le }),
  ),
  sample(`${name}_count`, counts['+Inf'] ?? 0, labels),
];

/** So many checks of a probe, and how many of them failed. */
export const checks = (probe: string, count: number, failed: number): Sample[] => [
  sample('probe_checks_total', count - failed, { probe, outcome: 'succeeded' }),
  sample('probe_checks_total', failed, { probe, outcome: 'failed' }),
];

/** Metrics by hand: a scrape every two seconds, made by a function of its number. */
export const metricsOf = (
  scrapes: readonly (readonly [ScrapeTarget, (number: number) => Sample[] | undefined])[],
  { from, count }: { from: number; count: number },
): ConsoleSources['metrics'] => {
  const history = new MetricHistory({ scrapes: count });
  for (const [target, samplesOf] of scrapes)
    for (let number = 0; number < count; number++)
      history.add(target, { time: from + number * 2_000, samples: samplesOf(number) });
  return {
    history,
    window: (target, start, to) => history.window(target, start, to),
    keptSince: () => from,
  };
};

export const healthOf = (changes: readonly HealthChange[]): ConsoleSources['health'] =>
  recordedHealth(changes, Number.POSITIVE_INFINITY);

export {
  noBudgetLog,
  recordedAlerts as alertsOf,
  recordedChanges as changesOf,
} from '../src/bundle/recorded';
