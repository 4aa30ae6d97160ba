import type { Attributes, AttributeValue } from '@faultline/otlp';
import { leavesOf } from './attribute-paths';
import type { Value } from './search';

/** A value of an attribute that is more, or less, frequent in a selection than elsewhere. */
export interface Difference {
  key: string;
  /** A list as its text. */
  value: Value;
  /** Shares of the spans that have the key at all, 0 to 1. */
  selected: number;
  rest: number;
}

/** Fewer spans of a selection with a key than this tell nothing. */
export const minSpans = 5;
/** A key with more distinct values per span than this names spans instead of describing them. */
const maxUnique = 0.9;

interface Counts {
  spans: number;
  values: Map<Value, number>;
}

const shown = (value: AttributeValue): Value =>
  typeof value === 'object' ? JSON.stringify(value) : value;

const countsOf = (spans: readonly Attributes[]): Map<string, Counts> => {
  const keys = new Map<string, Counts>();
  for (const span of spans) {
    for (const [key, leaf] of leavesOf(span)) {
      if (leaf === null) continue;
      const value = shown(leaf);
      const counts = keys.get(key) ?? { spans: 0, values: new Map() };
      keys.set(key, counts);
      counts.spans += 1;
      counts.values.set(value, (counts.values.get(value) ?? 0) + 1);
    }
  }
  return keys;
};

const shareOf = (counts: Counts | undefined, value: Value): number =>
  counts && counts.spans > 0 ? (counts.values.get(value) ?? 0) / counts.spans : 0;

/**
 * What distinguishes a selection of spans from the rest, by the difference of the shares, the largest first: for each key
 * the value that differs most. Both groups count as 100 %. Keys that fewer than 5 spans of the selection have are left out,
 * as are those whose values nearly all differ (ids, times).
 */
export const compare = (
  selection: readonly Attributes[],
  rest: readonly Attributes[],
): Difference[] => {
  const [selected, others] = [countsOf(selection), countsOf(rest)];
  const differences = [...selected].flatMap(([key, counts]): Difference[] => {
    const other = others.get(key);
    const spans = counts.spans + (other?.spans ?? 0);
    const distinct = new Set([...counts.values.keys(), ...(other?.values.keys() ?? [])]).size;
    if (counts.spans < minSpans || distinct / spans > maxUnique) return [];
    const [first] = [...counts.values.keys()]
      .map((value) => ({
        key,
        value,
        selected: shareOf(counts, value),
        rest: shareOf(other, value),
      }))
      .sort((a, b) => b.selected - b.rest - (a.selected - a.rest));
    return first ? [first] : [];
  });
  return differences.sort((a, b) => b.selected - b.rest - (a.selected - a.rest));
};
