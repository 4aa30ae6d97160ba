import type { Range } from '../views/range';

const iso = (time: number): string => new Date(Math.round(time)).toISOString();

/** A page of the console at a time that does not move on. */
const pathTo = (path: string, { from, to }: Range, search: Record<string, string> = {}): string =>
  `${path}?${new URLSearchParams({ ...search, from: iso(from), to: iso(to) })}`;

export const linkTo = {
  /** The service map as it was at the end, and the states over time. */
  overview: (range: Range): string => pathTo('/', range),
  component: (name: string, range: Range, search?: Record<string, string>): string =>
    pathTo(`/components/${name}`, range, search),
  trace: (traceId: string, spanId: string, range: Range): string =>
    pathTo(`/traces/${traceId}`, range, { span: spanId }),
  wholeTrace: (traceId: string, range: Range): string => pathTo(`/traces/${traceId}`, range),
  logs: (q: string, range: Range): string => pathTo('/logs', range, { q }),
  traces: (q: string, range: Range): string => pathTo('/traces', range, { q }),
};
