import { gateways } from '@faultline/topology';
import { installed, type MatcherOf } from '../grafana/expressions';

type ProbeMetric = 'probe_success' | 'probe_duration_seconds';

/** The checks of what shoppers reach, as opposed to the readiness of each service. */
export const shopProbes: MatcherOf<'probe_success'> = [
  'probe',
  '=~',
  gateways.map(({ check }) => check).join('|'),
];

/** The synthetic checks; the console makes them, so that without it there are none. */
export const probes = (metric: ProbeMetric, ...matchers: readonly MatcherOf<ProbeMetric>[]) =>
  installed<ProbeMetric>(metric, ...matchers);

export const withoutProbes = 'Empty without the console, which makes the checks.';
