import type { Series } from '@faultline/topology';

/** PromQL matches whole values, where a pattern of the topology may match anywhere in one. */
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

/** The series in PromQL. A service's metrics are known by the label `service` that its scraper sets. */
export const selector = ({ service, metric, labels = {} }: Series): string =>
  `${metric}{${Object.entries({ service, ...labels })
    .map(matcher)
    .join(',')}}`;
