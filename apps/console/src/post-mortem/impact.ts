import { slos } from '@faultline/slo';
import { gateways } from '@faultline/topology';
import { spentOf } from '../budgets/spent';
import type { BudgetImpact, Impact } from '../incidents/findings';
import type { ConsoleSources } from '../sources';
import type { Range } from '../views/range';
import { requestCounts } from '../views/request-counts';
import { affectedSessions } from './affected-sessions';

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
  const [hasMetrics, hasLogs] = [oldest, logsSince].map(
    (since) => since !== undefined && since < range.to,
  );
  return {
    ...(hasMetrics && { countedSince: Math.max(oldest ?? 0, range.from) }),
    gateways: gateways.map(({ name }) => ({
      service: name,
      ...requestCounts(metrics, name, range),
    })),
    failedPayments: budgets.find(({ name }) => name === 'failed-payments')?.errors ?? 0,
    budgets: budgets.map(({ name, ...budget }) => budget),
    ...(hasLogs && { sessions: await affectedSessions(store, range) }),
  };
};
