import type { MetricName } from '@faultline/telemetry/names';
import { identityLabels, serviceNames } from '@faultline/topology';
import type { Series, SeriesOwner } from '../conditions';

/** PromQL patterns match whole values, but those of conditions match anywhere in a value. */
const anywhere = (pattern: string): string => {
  if (pattern === '.') return '.+';
  if (pattern.includes('|')) return `.*(?:${pattern}).*`;
  const from = pattern.startsWith('^') ? pattern.slice(1) : `.*${pattern}`;
  return from.endsWith('$') ? from.slice(0, -1) : `${from}.*`;
};

const matcher = ([label, value]: [string, string]): string =>
  /^\/.+\/$/.test(value)
    ? `${label}=~${JSON.stringify(anywhere(value.slice(1, -1)))}`
    : `${label}=${JSON.stringify(value)}`;

/**
 * Translates a selection of series to PromQL. Each selector begins with the service's name, before which the chart
 * inserts its own installation.
 */
export const selector = ({ service, metric, labels = {} }: Series): string =>
  `${metric}{${Object.entries({ [identityLabels.service]: service, ...labels })
    .map(matcher)
    .join(',')}}`;

/** The label `le` of the bucket that ends at a bound: Prometheus 3 writes 2.0, others write 2. */
export const bucketUpTo = (bound: number): string =>
  Number.isInteger(bound) ? `/^${bound}([.]0)?$/` : `/^${String(bound).replace('.', '[.]')}$/`;

/** A metric of several services; of all, if none is named. */
export const selectorOf = (
  metric: MetricName,
  names: readonly SeriesOwner[] = serviceNames,
): string => `${metric}{${identityLabels.service}=~"${names.join('|')}"}`;
