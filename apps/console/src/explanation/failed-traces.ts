import type { ReceivedSpan } from '@faultline/otlp';
import type { Condition, TelemetryStore } from '@faultline/telemetry-store';
import type { Range } from '../views/range';
import { failureIn } from './blame';
import type { Period } from './period';

/** How many traces are read, and how many spans of each. */
const sample = { traces: 25, spans: 400 };
/** On a machine that is overloaded a few traces have to do after this time, in milliseconds. */
const patience = 4_000;
const minTraces = 5;

export type TraceReader = Pick<TelemetryStore, 'traces' | 'trace'>;

/** Reads the newest traces that fit, one after another, so that other readers come in between. */
export async function* sampled(
  store: TraceReader,
  range: Range,
  conditions: readonly Condition[],
): AsyncGenerator<ReceivedSpan[]> {
  const { items } = await store.traces({ ...range, conditions, limit: sample.traces });
  const end = performance.now() + patience;
  for (const [index, { traceId }] of items.entries()) {
    if (index >= minTraces && performance.now() > end) return;
    yield (await store.trace(traceId, sample.spans)).items;
  }
}

/** Where the failed traces of an incident failed. */
export interface FailedTraces {
  /** How many were looked at. */
  looked: number;
  byComponent: ReadonlyMap<string, { count: number; example: ReceivedSpan }>;
  /** The share of the failures that the time before did not have, 0 to 1. */
  novelty: number;
}

const perSecond = (count: number, { from, to }: Range): number => count / Math.max(1, to - from);

export const failedTraces = async (
  store: TraceReader,
  { during, before }: Period,
  services: readonly string[],
): Promise<FailedTraces> => {
  const conditions: Condition[] = [
    { field: 'status', operator: '=', value: 'ERROR' },
    { any: services.map((value) => ({ field: 'service', operator: '=', value })) },
  ];
  const countIn = async (range: Range) =>
    perSecond((await store.traces({ ...range, conditions, limit: 1 })).total, range);
  const [rateBefore, rate] = [await countIn(before), await countIn(during)];
  const byComponent = new Map<string, { count: number; example: ReceivedSpan }>();
  let looked = 0;
  for await (const spans of sampled(store, during, conditions)) {
    const failure = failureIn(spans);
    if (!failure) continue;
    looked += 1;
    const known = byComponent.get(failure.component);
    // The newest come first: the example is the oldest.
    byComponent.set(failure.component, { count: (known?.count ?? 0) + 1, example: failure.span });
  }
  return { looked, byComponent, novelty: rate > 0 ? Math.max(0, 1 - rateBefore / rate) : 0 };
};
