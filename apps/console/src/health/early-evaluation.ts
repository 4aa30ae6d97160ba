import {
  boundOf,
  type Evaluation,
  evaluate,
  type Increments,
  increments,
  type MetricHistory,
} from '@faultline/evidence';
import type { MetricCondition } from '@faultline/slo';

/** Seconds of a shorter window than that of a rule, which is still full of what was before a fault began. */
const earlyWindow = 6;
/** What is bad in one scrape only may be over: a restart, or a single slow request. */
const minScrapes = 2;

type Windowed = Extract<MetricCondition, { kind: 'ratio' | 'quantile' }>;

const isWindowed = (condition: MetricCondition): condition is Windowed =>
  condition.kind === 'ratio' || condition.kind === 'quantile';

/** What failed, or took longer than the threshold, in each scrape of the shorter window. */
const badOf = (condition: Windowed, history: MetricHistory, now: number): number[] => {
  const add = (sums: number[], { by }: Increments, sign: number): number[] =>
    Array.from(by, (each, index) => (sums[index] ?? 0) + sign * each);
  const windowOf = ({ service }: { service: Parameters<MetricHistory['window']>[0] }) =>
    history.window(service, now - earlyWindow * 1000, now);
  if (condition.kind === 'ratio') {
    const { numerator } = condition;
    return increments(windowOf(numerator), numerator.metric, numerator.labels).reduce(
      (sums, each) => add(sums, each, 1),
      Array.of<number>(),
    );
  }
  const { series, threshold } = condition;
  const buckets = increments(windowOf(series), `${series.metric}_bucket`, series.labels);
  const within = Math.max(
    ...buckets.map(({ labels }) => boundOf(labels)).filter((bound) => bound <= threshold),
  );
  return buckets.reduce((sums, each) => {
    const bound = boundOf(each.labels);
    if (bound === Number.POSITIVE_INFINITY) return add(sums, each, 1);
    return bound === within ? add(sums, each, -1) : sums;
  }, Array.of<number>());
};

/** Evaluates a rule over its window, and over a shorter one, so that it need not be full of failures to hold. */
export const evaluateEarly = (
  condition: MetricCondition,
  history: MetricHistory,
  now: number,
): Evaluation => {
  const evaluation = evaluate(condition, history, now);
  if (evaluation.holds || !isWindowed(condition)) return evaluation;
  const early = evaluate({ ...condition, window: earlyWindow }, history, now);
  if (!early.holds) return evaluation;
  const bad = badOf(condition, history, now).filter((each) => each > 0);
  return bad.length >= minScrapes ? early : evaluation;
};
