import type { Span, Trace } from '@faultline/contracts/console';
import { manySiblings, sameness, type Tree, treeOf } from '../trace/tree';

/** The spans of two traces that do the same at the same place; one of the traces may have none. */
export interface AlignedRow {
  key: string;
  depth: number;
  one: readonly Span[];
  other: readonly Span[];
}

interface Side {
  tree: Tree;
  start: number;
}

const sideOf = (trace: Trace): Side => ({ tree: treeOf(trace), start: trace.start });

const total = (spans: readonly Span[]): number =>
  spans.reduce((sum, { duration }) => sum + duration, 0);

/** How much longer the other trace took, in milliseconds; undefined where one of them has no such span. */
export const differenceOf = ({ one, other }: AlignedRow): number | undefined =>
  one.length > 0 && other.length > 0 ? total(other) - total(one) : undefined;

export const durationOf = total;

/**
 * Two traces as one tree. Siblings are paired when service, name, kind and statement are the same, in their order;
 * many of a kind are one row. Rows stand where the first trace has them, or else where the other one has.
 */
export const aligned = (one: Trace, other: Trace): AlignedRow[] => {
  const [left, right] = [sideOf(one), sideOf(other)];
  const rows: AlignedRow[] = [];

  const startOf = ({ one: [first], other: [second] }: AlignedRow): number =>
    first ? first.start - left.start : (second?.start ?? 0) - right.start;

  const add = (
    parent: string,
    ones: readonly Span[],
    others: readonly Span[],
    depth: number,
  ): void => {
    const [oneGroups, otherGroups] = [ones, others].map((spans) => Map.groupBy(spans, sameness));
    const names = new Set([...(oneGroups?.keys() ?? []), ...(otherGroups?.keys() ?? [])]);
    const pairs = [...names].flatMap((name): AlignedRow[] => {
      const [a, b] = [oneGroups?.get(name) ?? [], otherGroups?.get(name) ?? []];
      const key = `${parent}/${name}`;
      const length = Math.max(a.length, b.length);
      if (length >= manySiblings) return [{ key, depth, one: a, other: b }];
      return Array.from({ length }, (_, place) => ({
        key: `${key}#${place}`,
        depth,
        one: a.slice(place, place + 1),
        other: b.slice(place, place + 1),
      }));
    });
    for (const row of pairs.toSorted((a, b) => startOf(a) - startOf(b))) {
      rows.push(row);
      if (row.one.length > 1 || row.other.length > 1) continue;
      add(
        row.key,
        row.one.flatMap(left.tree.childrenOf),
        row.other.flatMap(right.tree.childrenOf),
        depth + 1,
      );
    }
  };

  add('', left.tree.roots, right.tree.roots, 0);
  return rows;
};
