import { identityLabels } from '@faultline/topology';

const { service, installation } = identityLabels;

/** Where Grafana puts in what a variable of the dashboard is set to. */
export const placeholder = (variable: string, format?: 'pipe'): string =>
  format === undefined ? `\${${variable}}` : `\${${variable}:${format}}`;

/** The series of the chosen installation, with further matchers. */
export const installed = (metric: string, ...matchers: readonly string[]): string =>
  `${metric}{${[`${installation}="$installation"`, ...matchers].join(',')}}`;

/** The series of the chosen services there, with further matchers. */
export const chosen = (metric: string, ...matchers: readonly string[]): string =>
  installed(metric, `${service}=~"$service"`, ...matchers);

/** How much a second, by these labels. */
export const rate = (series: string, ...by: readonly string[]): string =>
  `sum by (${by.join(', ')}) (rate(${series}[$__rate_interval]))`;

/** By service, with 0 for those that run and have none yet. */
export const orZero = (byService: string): string =>
  `(${byService} or 0 * sum by (${service}) (${chosen('build_info')}))`;

/** A share of a whole that reads 0, and not nothing, while there is none of the part or of the whole. */
export const share = (part: string, whole: string): string =>
  `(${part} or 0 * ${whole}) / clamp_min(${whole}, 1e-9)`;

/** A quantile of a histogram by these labels. */
export const quantile = (q: number, buckets: string, ...by: readonly string[]): string =>
  `histogram_quantile(${q}, ${rate(buckets, 'le', ...by)})`;
