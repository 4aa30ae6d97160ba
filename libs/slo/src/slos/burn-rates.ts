import { identityLabels } from '@faultline/topology';
import type { Priority } from '../alerts/alert';
import type { Series } from '../conditions';
import { objectives } from '../objectives';
import { selector } from '../translations/selector';
import { errorsExpression } from './indicators';
import type { Slo } from './slos';

/** The metric with how many times faster than allowed a budget is spent, by `slo` and `window`. */
export const burnRate = 'faultline:slo_burn_rate';

/** The metric with the ratio of the month's budget that is left; negative if more was spent. */
export const budgetRemaining = 'faultline:slo_budget_remaining_ratio';

/** The windows of burn rates, in seconds. */
export const burnWindows: Readonly<Record<string, number>> = {
  '5m': 300,
  '30m': 1_800,
  '1h': 3_600,
  '2h': 7_200,
  '6h': 21_600,
  '1d': 86_400,
  '3d': 259_200,
};

interface Burn {
  times: number;
  /** The long window says that it matters, the short one that it still goes on. */
  long: keyof typeof burnWindows;
  short: keyof typeof burnWindows;
}

export interface BurnAlert {
  name: 'BudgetBurnsFast' | 'BudgetBurnsSlowly';
  priority: Priority;
  title: string;
  /** One of them suffices. */
  burns: readonly Burn[];
}

/** Multi-window, multi-burn-rate alerts, as in Google's SRE Workbook, chapter 5. */
export const burnAlerts: readonly BurnAlert[] = [
  {
    name: 'BudgetBurnsFast',
    priority: 'page',
    title: 'The month’s error budget will be spent within days',
    burns: [
      { times: 14.4, long: '1h', short: '5m' },
      { times: 6, long: '6h', short: '30m' },
    ],
  },
  {
    name: 'BudgetBurnsSlowly',
    priority: 'ticket',
    title: 'The error budget will not last for the month',
    burns: [
      { times: 3, long: '1d', short: '2h' },
      { times: 1, long: '3d', short: '6h' },
    ],
  },
];

const apart = identityLabels.installation;

const monthDays = objectives.month / 86_400;

/** A window divided by a factor, as PromQL writes it. */
const divided = (window: string, factor: number): string => {
  const seconds = (burnWindows[window] ?? 0) / factor;
  return Number.isInteger(seconds) ? `${seconds}s` : `${Math.round(seconds * 1000)}ms`;
};

/** An objective's errors over a window, divided by its budget. */
const spent = ({ indicator, budget }: Slo, window: string): string =>
  `(${errorsExpression(indicator, window)}) / ${Number(budget.toPrecision(6))}`;

/**
 * The burn rate over a window. It has no value unless there are data from before its second half. A factor makes all windows
 * shorter, for trials that cannot wait for hours.
 */
export const burnRateExpression = (slo: Slo, window: string, factor = 1): string => {
  const length = factor === 1 ? window : divided(window, factor);
  const half = divided(window, 2 * factor);
  const older = `present_over_time(${selector(slo.since)}[${half}] offset ${half})`;
  return `${spent(slo, length)}\nand on (${apart}) group by (${apart}) (${older})`;
};

/** How often burn rates and budgets are recorded, in seconds. */
export const recordedEvery = 30;

/**
 * The share of the month of which there are data: how often a burn rate was recorded. An objective that is younger than
 * its first burn rate has spent nothing yet.
 */
const covered = ({ name, service, since }: Slo, every: number): string => {
  const rate: Series = { service, metric: burnRate, labels: { slo: name, window: '5m' } };
  const times = `sum by (${apart}) (count_over_time(${selector(rate)}[${monthDays}d]))`;
  return `(${times} * ${every} / ${objectives.month} or 0 * group by (${apart}) (${selector(since)}))`;
};

/**
 * The ratio of the month's budget that is left. A ratio of errors counts for as long as there are data: a bad hour after
 * the install is an hour, and no month. A count is what it is. Burn rates are recorded once in so many seconds.
 */
export const budgetRemainingExpression = (slo: Slo, every = recordedEvery): string => {
  const ofMonth = spent(slo, `${monthDays}d`);
  return slo.indicator.kind === 'count'
    ? `1 - ${ofMonth}`
    : `1 - ${ofMonth}\n* on (${apart}) ${covered(slo, every)}`;
};

/** The condition of an alert on the recorded burn rates of an objective. */
export const burnCondition = ({ name, service }: Slo, { burns }: BurnAlert): string => {
  const over = (window: string, times: number): string =>
    `${selector({ service, metric: burnRate, labels: { slo: name, window } })} > ${times}`;
  return burns
    .map(
      ({ times, long, short }) =>
        `(max by (${apart}) (${over(long, times)}) and max by (${apart}) (${over(short, times)}))`,
    )
    .join('\nor\n');
};
