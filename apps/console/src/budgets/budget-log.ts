import { objectives, type Slo, slos } from '@faultline/slo';
import { type Static, Type } from 'typebox';
import type { EventLog } from '../events/event-log';
import type { MetricSource } from '../metrics/metric-source';
import { type Counts, countsOf, type Spent, spentBy } from './spent';

const Count = Type.Number({ minimum: 0 });

/** What each objective counted after `from`, up to `at`. */
export const BudgetPeriod = Type.Object({
  at: Type.Number(),
  from: Type.Number(),
  counts: Type.Record(Type.String(), Type.Object({ bad: Count, all: Count, seconds: Count })),
});
export type BudgetPeriod = Static<typeof BudgetPeriod>;

/** What the objectives counted before the metrics that are kept. */
export type BudgetLog = Pick<EventLog<BudgetPeriod>, 'between'>;

/** Well below the time for which metrics are kept, and few enough for a month. */
const periodMilliseconds = 15 * 60_000;

const monthMilliseconds = objectives.month * 1000;

/** Writes down what the objectives counted in each period, for longer than metrics are kept. */
export const createBudgetLog = (
  metrics: Pick<MetricSource, 'window' | 'keptSince'>,
  log: EventLog<BudgetPeriod>,
): BudgetLog & { evaluate(now: number): void } => ({
  between: log.between,
  evaluate: (now) => {
    const last = log.all().at(-1)?.at;
    const from = last ?? metrics.keptSince();
    if (from === undefined || now - from < periodMilliseconds) return;
    const range = { from: last === undefined ? from : last + 1, to: now };
    const counts = Object.fromEntries(slos.map((slo) => [slo.name, countsOf(metrics, slo, range)]));
    log.append({ at: now, from, counts });
  },
});

/**
 * What was spent of an objective's budget within the month before a moment, and since when that is known: by the log, and
 * after its last period by the metrics.
 */
export const spentInMonth = (
  { metrics, budgets }: { metrics: Pick<MetricSource, 'window' | 'keptSince'>; budgets: BudgetLog },
  slo: Slo,
  at: number,
): Spent & { since: number | undefined } => {
  const periods = budgets.between(at - monthMilliseconds, at);
  const last = periods.at(-1);
  const rest = countsOf(metrics, slo, { from: last === undefined ? 0 : last.at + 1, to: at });
  const all = [...periods.flatMap(({ counts }) => counts[slo.name] ?? []), rest];
  const sum = (key: keyof Counts): number => all.reduce((total, each) => total + each[key], 0);
  return {
    ...spentBy(slo, { bad: sum('bad'), all: sum('all'), seconds: sum('seconds') }),
    since: periods[0]?.from ?? metrics.keptSince(),
  };
};
