import { journeySteps } from '../../../libs/slo/src/journey-steps.ts';
import { journeys } from '../../src/journeys/index.ts';
import { choiceFrom } from './settings.ts';

/** What k6 hands over at the end of a run, as far as it is read here. */
export interface Results {
  state: { testRunDurationMs: number };
  metrics: Record<string, Metric>;
  root_group: { checks: { name: string; passes: number; fails: number }[] };
}

interface Metric {
  values: Record<string, number>;
  thresholds?: Record<string, { ok: boolean }>;
}

const format = choiceFrom('SUMMARY', ['text', 'json']);

/** k6's own text, or one line of JSON: in a cluster, the log is all that is left of a run. */
export const summaryOf =
  (scenario: string) =>
  (results: Results): Record<string, string> | undefined =>
    format === 'json'
      ? { stdout: `${JSON.stringify({ scenario, ...figuresOf(results) })}\n` }
      : undefined;

const figuresOf = ({ state, metrics, root_group }: Results) => {
  const value = (metric: string, name: string): number => metrics[metric]?.values[name] ?? 0;
  const crossed = crossedThresholds(metrics);
  return {
    passed: crossed.length === 0,
    crossed,
    seconds: state.testRunDurationMs / 1000,
    journeys: Object.fromEntries(
      journeys.map(({ name }) => {
        const metric = `journeys_succeeded{journey:${name}}`;
        return [name, { succeeded: value(metric, 'passes'), failed: value(metric, 'fails') }];
      }),
    ),
    dropped: value('dropped_iterations', 'count'),
    failedPayments: value('failed_payments', 'count'),
    // k6 counts a failed request as one that passes: it is the rate of failures.
    requests: { sent: value('http_reqs', 'count'), failed: value('http_req_failed', 'passes') },
    checks: { passed: value('checks', 'passes'), failed: failedChecks(root_group.checks) },
    steps: Object.fromEntries(
      journeySteps.map((name) => {
        const { values } = metrics[`http_req_duration{name:${name}}`] ?? { values: {} };
        const { count = 0, med: p50, 'p(95)': p95, 'p(99)': p99, max } = values;
        return [name, { count, p50, p95, p99, max }];
      }),
    ),
  };
};

const crossedThresholds = (metrics: Results['metrics']): string[] =>
  Object.entries(metrics).flatMap(([name, { thresholds = {} }]) =>
    Object.entries(thresholds)
      .filter(([, { ok }]) => !ok)
      .map(([condition]) => `${name}: ${condition}`),
  );

const failedChecks = (checks: Results['root_group']['checks']): Record<string, number> =>
  Object.fromEntries(
    checks.filter(({ fails }) => fails > 0).map(({ name, fails }) => [name, fails]),
  );
