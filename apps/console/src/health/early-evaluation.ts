import { type Evaluation, evaluate, increments, type MetricHistory } from '@faultline/evidence';
import type { MetricCondition } from '@faultline/slo';

type Ratio = Extract<MetricCondition, { kind: 'ratio' }>;

/** Seconds of a shorter window than that of a rule, which is still full of what was before a fault began. */
const earlyWindow = 6;
/**
 * What fails in one scrape only may be over: a restart. This is not asked of what is slow: each of the requests that such a
 * rule needs has itself waited for longer than the time between two scrapes.
 */
const minScrapes = 2;

/** In how many scrapes of the shorter window something failed. */
const scrapesWithFailures = (
  { numerator: { service, metric, labels } }: Ratio,
  history: MetricHistory,
  now: number,
): number => {
  const window = history.window(service, now - earlyWindow * 1000, now);
  const failures = increments(window, metric, labels);
  return window.times.filter((_, index) => failures.some(({ by }) => (by[index] ?? 0) > 0)).length;
};

/** Evaluates a rule over its window, and over a shorter one, so that it need not be full of failures to hold. */
export const evaluateEarly = (
  condition: MetricCondition,
  history: MetricHistory,
  now: number,
): Evaluation => {
  const evaluation = evaluate(condition, history, now);
  if (evaluation.holds || (condition.kind !== 'ratio' && condition.kind !== 'quantile'))
    return evaluation;
  const early = evaluate({ ...condition, window: earlyWindow }, history, now);
  if (!early.holds) return evaluation;
  if (condition.kind === 'quantile') return early;
  return scrapesWithFailures(condition, history, now) >= minScrapes ? early : evaluation;
};
