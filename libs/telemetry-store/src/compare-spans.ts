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
  ({ statement, within, resourceOf }: ReadContext) =>
  (
    search: Omit<Search, 'limit'>,
    selection: Condition,
    limits: { selected: number; rest: number },
  ): SpanComparison => {
    const { conditions = [] } = search;
    const clauseOf = (more: readonly Condition[]): Clause =>
      within({ ...search, conditions: [...conditions, ...more] }, 'start', spanColumns);
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
            service,
            name: String(row.name),
            kind: String(row.kind),
            status: String(row.status),
            ...attributesOf(row.attributes),
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
    };
  };
