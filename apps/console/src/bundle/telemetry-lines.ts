import { logsAsJson, type ReceivedLog, type ReceivedSpan, spansAsJson } from '@faultline/otlp';
import type { Page, Search, TelemetryStore } from '@faultline/telemetry-store';
import type { Range } from '../views/range';

const pageSize = 2_000;
/**
 * How many spans and log records a line and the one behind it have together. So few take a third less space than many: gzip
 * looks back 32 KB, in which the ids of a trace are found again, and traces of the same shape.
 */
const perLine = 20;

type Store = Pick<TelemetryStore, 'spans' | 'logs'>;

interface Telemetry {
  spans: ReceivedSpan[];
  logs: ReceivedLog[];
}

/** All items of a search, page by page, the newest first. */
async function* pagesOf<Item>(
  read: (search: Search) => Promise<Page<Item>>,
  { from, to }: Range,
): AsyncGenerator<Item[]> {
  let cursor: string | undefined;
  do {
    const { items, next } = await read({ from, to, limit: pageSize, cursor });
    if (items.length > 0) yield items;
    cursor = next;
  } while (cursor !== undefined);
}

/** Spans with the log records of the same time. */
async function* slicesOf(store: Store, { from, to }: Range): AsyncGenerator<Telemetry> {
  let end = to;
  for await (const spans of pagesOf(store.spans, { from, to })) {
    const begin = spans.at(-1)?.start ?? end;
    let left = spans;
    for await (const logs of pagesOf(store.logs, { from: begin, to: end })) {
      yield { spans: left, logs };
      left = [];
    }
    if (left.length > 0) yield { spans: left, logs: [] };
    end = begin;
  }
  for await (const logs of pagesOf(store.logs, { from, to: end })) yield { spans: [], logs };
}

const byTrace = ({ spans, logs }: Telemetry): Telemetry[] => {
  const traces = new Map<string, Telemetry>();
  const traceOf = (traceId: string): Telemetry => {
    const trace = traces.get(traceId) ?? { spans: [], logs: [] };
    traces.set(traceId, trace);
    return trace;
  };
  for (const span of spans) traceOf(span.traceId).spans.push(span);
  for (const log of logs) traceOf(log.traceId).logs.push(log);
  return [...traces.values()];
};

/** What traces of the same journey have in common. */
const shapeOf = ({ spans, logs }: Telemetry): string =>
  [
    ...spans.map(({ service, name }) => `${service} ${name}`),
    ...logs.map(({ service, message }) => `${service} ${message}`),
  ]
    .sort()
    .join();

/** The traces of a slice, with those of the same shape beside each other. */
const ordered = (slice: Telemetry): Telemetry[] =>
  byTrace(slice)
    .map((trace) => ({ trace, shape: shapeOf(trace) }))
    .sort((a, b) => (a.shape < b.shape ? -1 : Number(a.shape > b.shape)))
    .map(({ trace }) => trace);

const linesOf = ({ spans, logs }: Telemetry): string[] => [
  ...(spans.length > 0 ? [spansAsJson(spans)] : []),
  ...(logs.length > 0 ? [logsAsJson(logs)] : []),
];

/** All spans and log records of a range, as lines of OTLP. */
export async function* telemetryLines(store: Store, range: Range): AsyncGenerator<string> {
  for await (const slice of slicesOf(store, range)) {
    let some: Telemetry = { spans: [], logs: [] };
    for (const { spans, logs } of ordered(slice)) {
      some = { spans: some.spans.concat(spans), logs: some.logs.concat(logs) };
      if (some.spans.length + some.logs.length < perLine) continue;
      yield* linesOf(some);
      some = { spans: [], logs: [] };
    }
    yield* linesOf(some);
  }
}
