import type { TraceLine } from '@faultline/contracts/console';

const columns = ['start', 'name', 'duration', 'hits', 'longestHit', 'spans', 'errors'] as const;
export type Column = (typeof columns)[number];

export interface Sorting {
  by: Column;
  /** Whether the smallest comes first. */
  up: boolean;
}

const isColumn = (text: string): text is Column => columns.some((column) => column === text);

/** `duration` has the largest first, `-duration` the smallest. */
export const readSorting = (text: string | null): Sorting => {
  const name = (text ?? '').replace(/^-/, '');
  return isColumn(name)
    ? { by: name, up: text?.startsWith('-') ?? false }
    : { by: 'start', up: false };
};

export const sortingText = ({ by, up }: Sorting): string => (up ? `-${by}` : by);

/** What the console sorts by itself, among all that fit; other orders are of the newest. */
export const askedOrder = ({ by, up }: Sorting): Exclude<Column, 'name'> =>
  up || by === 'name' ? 'start' : by;

/** What the first of an order are. */
export const firsts = {
  start: 'newest',
  duration: 'slowest',
  hits: 'most hits',
  longestHit: 'longest hits',
  spans: 'largest',
  errors: 'most failed',
} as const;

const cellOf = (trace: TraceLine, by: Column): number | string =>
  by === 'name' ? `${trace.service} ${trace.name}` : trace[by];

export const sorted = (traces: readonly TraceLine[], { by, up }: Sorting): TraceLine[] =>
  traces.toSorted((one, other) => {
    const [a, b] = [cellOf(one, by), cellOf(other, by)];
    const order = a < b ? -1 : a > b ? 1 : 0;
    return up ? order : -order;
  });
