import {
  type Evaluation,
  evaluate,
  increments,
  isSteady,
  type MetricHistory,
} from '@faultline/evidence';
import type { MetricCondition } from '@faultline/slo';
import { serviceNames } from '@faultline/topology';

type Ratio = Extract<MetricCondition, { kind: 'ratio' }>;

/** Seconds of a shorter window than that of a rule, which is still full of what was before a fault began. */
const earlyWindow = 6;
/** A single failure says little of so few requests. */
const minFailures = 2;

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

/** Whether no service was away or restarted lately, of which callers may still have failures that are over. */
const noneRestarted = (history: MetricHistory, now: number): boolean =>
  serviceNames.every((service) => isSteady(history.window(service, now - earlyWindow * 1000, now)));

/**
 * Evaluates a rule over its window, and over a shorter one, so that it need not be full of failures to hold. After a
 * restart, failures have to show in more than one scrape; requests that were slow have themselves waited longer than that.
 */
export const evaluateEarly = (
  condition: MetricCondition,
  history: MetricHistory,
  now: number,
): Evaluation => {
  const evaluation = evaluate(condition, history, now);
  if (evaluation.holds) return evaluation;
  if (condition.kind === 'quantile') {
    const early = evaluate({ ...condition, window: earlyWindow }, history, now);
    return early.holds ? early : evaluation;
  }
  if (condition.kind !== 'ratio') return evaluation;
  const minNumerator = Math.max(minFailures, condition.minNumerator ?? 0);
  const early = evaluate({ ...condition, window: earlyWindow, minNumerator }, history, now);
  const lasts = () =>
    scrapesWithFailures(condition, history, now) > 1 || noneRestarted(history, now);
  return early.holds && lasts() ? early : evaluation;
};
