import { slos } from '@faultline/slo';
import { gateways } from '@faultline/topology';
import { spentOf } from '../budgets/spent';
import type { ConsoleSources } from '../sources';
import type { Range } from '../views/range';
import { type RequestCounts, requestCounts } from '../views/request-counts';
import { type AffectedSessions, affectedSessions } from './affected-sessions';

/** What was spent of an objective's budget. */
export interface BudgetImpact {
  title: string;
  objective: string;
  unit: string;
  errors: number;
  share: number;
}

/** What an incident has cost. */
export interface Impact {
  /** Since when it is counted: later than it began if metrics are not kept for so long; undefined if they are all gone. */
  countedSince: number | undefined;
  gateways: ({ service: string } & RequestCounts)[];
  failedPayments: number;
  budgets: BudgetImpact[];
  /** Undefined if its logs are not kept any more. */
  sessions: AffectedSessions | undefined;
}

/** What the shop did not do for its shoppers in a range. */
export const impactOf = async (
  { metrics, store }: Pick<ConsoleSources, 'metrics' | 'store'>,
  range: Range,
): Promise<Impact> => {
  const oldest = metrics.keptSince();
  const logsSince = await store.since();
  const budgets = slos.map((slo): BudgetImpact & { name: string } => {
    const { name, title, objective, unit } = slo;
    const { errors, share } = spentOf(metrics, slo, range);
    return { name, title, objective, unit, errors, share };
  });
  return {
    countedSince:
      oldest === undefined || oldest >= range.to ? undefined : Math.max(oldest, range.from),
    gateways: gateways.map(({ name }) => ({
      service: name,
      ...requestCounts(metrics, name, range),
    })),
    failedPayments: budgets.find(({ name }) => name === 'failed-payments')?.errors ?? 0,
    budgets,
    sessions:
      logsSince === undefined || logsSince >= range.to
        ? undefined
        : await affectedSessions(store, range),
  };
};
