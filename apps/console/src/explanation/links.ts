import { componentNames } from '@faultline/topology';
import type { Range } from '../views/range';

const isComponent = (name: string): boolean => componentNames.some((known) => known === name);

const iso = (time: number): string => new Date(Math.round(time)).toISOString();

/** A page of the console at a time that does not move on. */
const pathTo = (path: string, { from, to }: Range, search: Record<string, string> = {}): string =>
  `${path}?${new URLSearchParams({ ...search, from: iso(from), to: iso(to) })}`;

export const linkTo = {
  /** The service map as it was at the end, and the states over time. */
  overview: (range: Range): string => pathTo('/', range),
  /** What is no component of the shop, as others' alerts may be about, has no page of its own. */
  component: (name: string, range: Range, search?: Record<string, string>): string =>
    isComponent(name) ? pathTo(`/components/${name}`, range, search) : pathTo('/', range),
  trace: (traceId: string, spanId: string, range: Range): string =>
    pathTo(`/traces/${traceId}`, range, { span: spanId }),
  wholeTrace: (traceId: string, range: Range): string => pathTo(`/traces/${traceId}`, range),
  logs: (q: string, range: Range): string => pathTo('/logs', range, { q }),
  traces: (q: string, range: Range): string => pathTo('/traces', range, { q }),
};
