import { targetOf } from '@faultline/contracts';
import { consoleRoutes } from '@faultline/contracts/console';
import { BenchError } from '../bench';

/** A question to the console, with the milliseconds that its answer may take. */
export interface Question {
  name: string;
  /** Milliseconds for the median over a million spans. */
  atMost: number;
  /** Path and query. */
  target(): string;
}

/** The range of questions: all that was sent. */
const range = (since: number) => ({ from: since, to: Date.now() + 1_000 });

const pick = <Item>(items: readonly Item[]): Item => {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new BenchError('nothing was sent yet');
  return item;
};

export const questionsOf = (since: number, traceIds: () => readonly string[]): Question[] => [
  {
    name: 'a trace by its id',
    atMost: 20,
    target: () => targetOf(consoleRoutes.trace.path, { params: { traceId: pick(traceIds()) } }),
  },
  ...['status:ERROR', 'service:product', 'service:cart duration:>150'].map((q) => ({
    name: `traces with ${q}`,
    atMost: 300,
    target: () => targetOf(consoleRoutes.traces.path, { query: { q, limit: 50, ...range(since) } }),
  })),
  {
    name: 'Compare the errors with the rest',
    atMost: 500,
    target: () => targetOf(consoleRoutes.compare.path, { query: { q: '', ...range(since) } }),
  },
  ...[{ q: '' }, { q: 'service:cart level:error' }].map((query) => ({
    name: `the counts of log records${query.q && ` with ${query.q}`}`,
    atMost: 300,
    target: () => targetOf(consoleRoutes.logFacets.path, { query: { ...query, ...range(since) } }),
  })),
  { name: 'the overview', atMost: 30, target: () => targetOf(consoleRoutes.overview.path, {}) },
];

/** Milliseconds until the whole response to a question, by its path and query, is there. */
export const ask = async (url: string, target: string): Promise<number> => {
  const start = performance.now();
  const response = await fetch(`${url}${target}`);
  const text = await response.text();
  if (!response.ok) throw new BenchError(`${target}: ${response.status} ${text.slice(0, 200)}`);
  return performance.now() - start;
};
