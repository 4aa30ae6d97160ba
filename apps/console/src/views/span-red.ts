import type { RedGroup } from '@faultline/contracts/console';
import type { Condition, GroupCell, TelemetryStore } from '@faultline/telemetry-store';
import type { Range } from './range';
import type { Steps } from './steps';

/** Durations are within 2 % of what their row stands for. */
const rowsPerDoubling = 16;

const millisecondsOf = (row: number): number => 2 ** ((row + 0.5) / rowsPerDoubling) / 1000;

const p95Of = (cells: readonly GroupCell[]): number | null => {
  const sorted = [...cells].sort((a, b) => a.row - b.row);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  let below = 0;
  for (const { row, count } of sorted) {
    below += count;
    if (below >= 0.95 * total) return millisecondsOf(row);
  }
  return null;
};

const sumOf = (cells: readonly GroupCell[], field: 'count' | 'errors'): number =>
  cells.reduce((sum, cell) => sum + cell[field], 0);

const groupOf = (
  name: string,
  cells: readonly GroupCell[],
  steps: Steps,
  { now, since }: { now: number; since: number },
): RedGroup => {
  const byStep = Map.groupBy(cells, ({ column }) => column);
  const ofStep = steps.times.map((time, index) => ({ time, cells: byStep.get(index) ?? [] }));
  return {
    name,
    requests: sumOf(cells, 'count'),
    rate: ofStep.map((step) => {
      if (step.time < since) return null;
      // The last step may not be over yet.
      const seconds = Math.min(steps.milliseconds, now - step.time) / 1000;
      return seconds > 0 ? sumOf(step.cells, 'count') / seconds : null;
    }),
    errorShare: ofStep.map((step) => {
      const requests = sumOf(step.cells, 'count');
      return requests > 0 ? sumOf(step.cells, 'errors') / requests : null;
    }),
    p95: ofStep.map((step) => p95Of(step.cells)),
  };
};

/**
 * The requests of a service, or of all, by the values of an attribute of their SERVER spans. Nothing is known of steps that began
 * before `searchedSince`.
 */
export const spanRed = async (
  store: Pick<TelemetryStore, 'spansBy'>,
  attribute: string,
  range: Range,
  steps: Steps,
  service: string | undefined,
): Promise<{ groups: RedGroup[]; searchedSince?: number }> => {
  const conditions: Condition[] = [
    { field: 'kind', operator: '=', value: 'SERVER' },
    ...(service === undefined
      ? []
      : [{ field: 'service', operator: '=', value: service } as const]),
  ];
  const { items: cells, searchedSince } = await store.spansBy(
    attribute,
    { ...range, conditions },
    { columnMilliseconds: steps.milliseconds, rowsPerDoubling },
  );
  const groups = Map.groupBy(cells, ({ value }) => value);
  const known = { now: Date.now(), since: searchedSince ?? 0 };
  return {
    groups: [...groups].map(([name, ofGroup]) => groupOf(name, ofGroup, steps, known)),
    ...(searchedSince !== undefined && { searchedSince }),
  };
};
