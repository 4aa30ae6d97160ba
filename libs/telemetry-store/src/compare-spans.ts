import type { Attributes } from '@faultline/otlp';
import { compare, type Difference } from './compare';
import { type Clause, spanColumns } from './conditions';
import type { ReadContext } from './read-context';
import { attributesOf } from './rows';
import type { Condition, Search } from './search';

/** A selection of spans against the rest of a search. */
export interface SpanComparison {
  /** How many were compared, of how many there are. */
  selected: Sample;
  rest: Sample;
  /** The largest difference first. */
  differences: Difference[];
  /** Milliseconds since 1970 from where on spans were compared, if there were too many to look into all of them. */
  searchedSince?: number | undefined;
}

interface Sample {
  compared: number;
  total: number;
}

/** Numbers up to this are equally frequent among the hashes of ids. */
const hashes = 2 ** 32;
/** Consecutive ids belong to one trace, so a sample of every nth would hold spans of one kind. */
const hashOfId = `(id * 2654435761) % ${hashes}`;

/** Compares the spans of a search that fit `selection` with those that do not, by all attributes; a sample of many. */
export const compareSpans =
  ({ statement, within, newestWithin, resourceOf }: ReadContext) =>
  (
    search: Omit<Search, 'limit'>,
    selection: Condition,
    limits: { selected: number; rest: number },
  ): SpanComparison => {
    const { conditions = [] } = search;
    // What has to be read depends on the selection, and both groups are of the same time.
    const whole = { ...search, conditions: [...conditions, selection] };
    const { from, searchedSince } = newestWithin(whole, 'start', spanColumns);
    const clauseOf = (more: readonly Condition[]): Clause =>
      within(
        { ...search, from: from / 1000, conditions: [...conditions, ...more] },
        'start',
        spanColumns,
      );
    const group = (clause: Clause, total: number, limit: number) => {
      const spans = total === 0 ? [] : sampleOf(clause, Math.min(1, limit / total));
      return { spans, sample: { compared: spans.length, total } };
    };
    const countOf = ({ sql, values }: Clause): number =>
      Number(statement(`select count(*) as n from spans where ${sql}`).get(...values)?.n);
    const sampleOf = ({ sql, values }: Clause, share: number): Attributes[] =>
      statement(
        `select resource, name, kind, status, attributes from spans join span_details using (id)
         where ${hashOfId} < ? and ${sql}`,
      )
        .all(Math.round(share * hashes), ...values)
        .map((row) => {
          const { service, attributes } = resourceOf(row);
          return {
            ...attributes,
            ...attributesOf(row.attributes),
            // Last, because a search by these names asks for them.
            service,
            name: String(row.name),
            kind: String(row.kind),
            status: String(row.status),
          };
        });
    const fitting = clauseOf([selection]);
    const total = countOf(fitting);
    const selected = group(fitting, total, limits.selected);
    // The others are counted by subtraction: looking at each of them again would take as long as all the rest.
    const others = countOf(clauseOf([])) - total;
    const rest = group(clauseOf([{ not: selection }]), others, limits.rest);
    return {
      selected: selected.sample,
      rest: rest.sample,
      differences: compare(selected.spans, rest.spans),
      searchedSince,
    };
  };
