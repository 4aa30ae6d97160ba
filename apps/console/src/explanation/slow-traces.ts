import type { Cell, Condition, TelemetryStore } from '@faultline/telemetry-store';
import type { Range } from '../views/range';
import { timeByComponent } from './blame';
import { sampled, type TraceReader } from './failed-traces';
import type { Period } from './period';

/** Requests are slow that take this much longer than the p95 before, but a tenth of a second at least. */
const factor = 3;
const minMilliseconds = 100;
/** Where there is nothing to compare with. */
const unknownMilliseconds = 500;
const rowsPerDoubling = 4;

/** The slow requests of a service, and where their time went. */
export interface SlowTraces {
  /** From how many milliseconds on a request is slow. */
  threshold: number;
  /** The share of all requests that were slow, without what was so before. */
  share: number;
  looked: number;
  /** Shares of the time of the slow requests, 0 to 1. */
  byComponent: ReadonlyMap<string, number>;
}

const millisecondsOf = (row: number): number => 2 ** ((row + 1) / rowsPerDoubling) / 1000;

const countOf = (cells: readonly Cell[]): number =>
  cells.reduce((sum, { count }) => sum + count, 0);

const p95Of = (cells: readonly Cell[]): number | undefined => {
  const total = countOf(cells);
  let below = 0;
  for (const { row, count } of [...cells].sort((a, b) => a.row - b.row)) {
    below += count;
    if (below >= 0.95 * total) return millisecondsOf(row);
  }
  return undefined;
};

const slowShare = (cells: readonly Cell[], threshold: number): number => {
  const total = countOf(cells);
  const slow = cells.filter(({ row }) => millisecondsOf(row) > threshold);
  return total > 0 ? countOf(slow) / total : 0;
};

export const slowTraces = async (
  store: TraceReader & Pick<TelemetryStore, 'heatMap'>,
  { during, before }: Period,
  service: string,
): Promise<SlowTraces> => {
  const requests: Condition[] = [
    { field: 'service', operator: '=', value: service },
    { field: 'kind', operator: '=', value: 'SERVER' },
  ];
  const cellsIn = async (range: Range) => {
    const grid = { columnMilliseconds: Math.max(1, range.to - range.from), rowsPerDoubling };
    return (await store.heatMap({ ...range, conditions: requests }, grid)).items;
  };
  const healthy = await cellsIn(before);
  const p95 = p95Of(healthy);
  const threshold =
    p95 === undefined ? unknownMilliseconds : Math.max(minMilliseconds, factor * p95);
  const share = slowShare(await cellsIn(during), threshold) - slowShare(healthy, threshold);
  const sums = new Map<string, number>();
  let looked = 0;
  if (share > 0) {
    const slow: Condition = { field: 'duration', operator: '>=', value: threshold };
    for await (const spans of sampled(store, during, [...requests, slow])) {
      looked += 1;
      for (const [component, time] of timeByComponent(spans))
        sums.set(component, (sums.get(component) ?? 0) + time);
    }
  }
  const total = [...sums.values()].reduce((a, b) => a + b, 0);
  const byComponent = new Map([...sums].map(([name, time]) => [name, time / Math.max(1, total)]));
  return { threshold, share: Math.max(0, share), looked, byComponent };
};
