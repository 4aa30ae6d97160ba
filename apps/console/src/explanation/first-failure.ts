import type { ErrorGroup } from '@faultline/contracts/console';
import type { TelemetryStore } from '@faultline/telemetry-store';
import { type Failure, failureIn } from './blame';
import type { Period } from './period';

/** Where there are others, an error that occurred once may have nothing to do with it. */
const minCount = 2;
/** The spans of a trace begin within this time of each other, or the first of them is found nevertheless. */
const slack = 1_000;
const limits = { spans: 100, trace: 400 };

/** Where the first trace of an incident failed that says what no trace had said before. */
export const firstFailure = async (
  store: Pick<TelemetryStore, 'spans' | 'trace'>,
  { during }: Period,
  errors: readonly ErrorGroup[],
): Promise<Failure | undefined> => {
  const its = errors.filter(({ before, first }) => before === 0 && first >= during.from);
  const repeated = its.filter(({ count }) => count >= minCount);
  const at = Math.min(...(repeated.length > 0 ? repeated : its).map(({ first }) => first));
  if (!Number.isFinite(at)) return undefined;
  const { items } = await store.spans({
    from: at,
    to: at + slack,
    conditions: [{ field: 'status', operator: '=', value: 'ERROR' }],
    limit: limits.spans,
  });
  const first = items.at(-1);
  return first && failureIn((await store.trace(first.traceId, limits.trace)).items);
};
