import type { BoardQuery } from '@faultline/dashboards';

/** How a query went. */
export interface Outcome {
  query: BoardQuery;
  /** Seconds from the start until there was data; undefined if there was none. */
  seconds: number | undefined;
  error: string | undefined;
}

const words = ({ query: { emptyWhen }, seconds, error }: Outcome): string => {
  if (error !== undefined) return `ERROR ${error}`;
  if (seconds !== undefined) return `data after ${seconds} s`;
  return emptyWhen ?? 'NO DATA';
};

/** The outcomes panel by panel, under the name of each dashboard. */
export const report = (outcomes: readonly Outcome[]): string => {
  const names = [...new Set(outcomes.map(({ query }) => query.board))];
  return names
    .flatMap((name) => [
      `${name}:`,
      ...outcomes
        .filter(({ query }) => query.board === name)
        .map((each) => `  ${each.query.asks} (${each.query.datasource}): ${words(each)}`),
    ])
    .join('\n');
};
