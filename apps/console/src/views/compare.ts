import type { Comparison } from '@faultline/contracts/console';
import { type Condition, minSpans, type TelemetryStore } from '@faultline/telemetry-store';
import { searchOf } from './search';

export interface CompareQuery {
  q: string;
  from?: number;
  to?: number;
  selectedFrom?: number;
  selectedTo?: number;
  minDuration?: number;
  maxDuration?: number;
  limit: number;
}

/** How many spans are compared at most: their shares are within about 2 % of those of all. */
const samples = { selected: 2_000, rest: 4_000 };

const failed: Condition = { field: 'status', operator: '=', value: 'ERROR' };

/** That a span failed is no difference between spans that failed and others. */
const tellFailure = new Set([
  'status',
  'error.type',
  'http.response.status_code',
  'db.response.status_code',
]);

/** The rectangle of a request, whose upper bounds are not included; undefined if it has none. */
const rectangleOf = (query: CompareQuery): Condition | undefined => {
  const bounds = [
    { field: 'start', operator: '>=', value: query.selectedFrom },
    { field: 'start', operator: '<', value: query.selectedTo },
    { field: 'duration', operator: '>=', value: query.minDuration },
    { field: 'duration', operator: '<', value: query.maxDuration },
  ] as const;
  const all = bounds.flatMap(({ value, ...bound }) =>
    value === undefined ? [] : [{ ...bound, value }],
  );
  return all.length === 0 ? undefined : { all };
};

/** Attribute values that are more frequent in a selection of spans than in the rest. */
export const compare = async (
  store: Pick<TelemetryStore, 'compare'>,
  query: CompareQuery,
): Promise<Comparison> => {
  const rectangle = rectangleOf(query);
  const { searchedSince, ...compared } = await store.compare(
    searchOf(query),
    rectangle ?? failed,
    samples,
  );
  const differences = compared.differences.filter(
    ({ key, selected, rest }) => selected > rest && (rectangle || !tellFailure.has(key)),
  );
  return {
    ...compared,
    minSpans,
    differences: differences.slice(0, query.limit),
    ...(searchedSince !== undefined && { searchedSince }),
  };
};

/** A comparison with so many of its differences, the largest. */
export const shortComparison = (
  { differences, ...whole }: Comparison,
  limit: number,
): Comparison => ({ ...whole, differences: differences.slice(0, limit) });
