import type { LabelName, SampleMetric, SampleName } from '@faultline/telemetry/names';
import { identityLabels } from '@faultline/topology';

const { service, installation } = identityLabels;

/** Labels that every series has, however it is scraped. */
type CommonLabel = (typeof identityLabels)[keyof typeof identityLabels] | 'instance';

/** A label, how it is compared, and with what: `['outcome', '!=', 'failed']`. */
type Matcher<Label extends string> = readonly [
  label: Label,
  operator: '=' | '!=' | '=~' | '!~',
  value: string,
];

export type MatcherOf<Name extends SampleName> = Matcher<
  LabelName<SampleMetric[Name]> | CommonLabel
>;

/** Where Grafana puts in what a variable of the dashboard is set to. */
export const placeholder = (variable: string, format?: 'pipe'): string =>
  format === undefined ? `\${${variable}}` : `\${${variable}:${format}}`;

const text = ([label, operator, value]: Matcher<string>): string =>
  `${label}${operator}${JSON.stringify(value)}`;

/** The series of the chosen installation, of a metric that rules make, with further matchers. */
export const recorded = (metric: string, ...matchers: readonly Matcher<string>[]): string =>
  `${metric}{${[`${installation}="$installation"`, ...matchers.map(text)].join(',')}}`;

/** The series of the chosen installation, with further matchers. */
export const installed = <Name extends SampleName>(
  metric: Name,
  ...matchers: readonly MatcherOf<Name>[]
): string => recorded(metric, ...matchers);

/** The series of the chosen services there, with further matchers. */
export const chosen = <Name extends SampleName>(
  metric: Name,
  ...matchers: readonly MatcherOf<Name>[]
): string => recorded(metric, [service, '=~', '$service'], ...matchers);

/** What series are put together by. */
export type GroupLabel = LabelName | CommonLabel | 'le';

/** Series put together by labels: their sum, or the highest or lowest of them. */
export const aggregate = (
  how: 'sum' | 'max' | 'min',
  series: string,
  ...by: readonly GroupLabel[]
): string => `${how} by (${by.join(', ')}) (${series})`;

/** How much a second, by these labels. */
export const rate = (series: string, ...by: readonly GroupLabel[]): string =>
  aggregate('sum', `rate(${series}[$__rate_interval])`, ...by);

/** By service, with 0 for those that run and have none yet. */
export const orZero = (byService: string): string =>
  `(${byService} or 0 * ${aggregate('sum', chosen('build_info'), service)})`;

/** A share of a whole that reads 0, and not nothing, while there is none of the part or of the whole. */
export const share = (part: string, whole: string): string =>
  `(${part} or 0 * ${whole}) / clamp_min(${whole}, 1e-9)`;

/** A quantile of a histogram by these labels. */
export const quantile = (q: number, buckets: string, ...by: readonly GroupLabel[]): string =>
  `histogram_quantile(${q}, ${rate(buckets, 'le', ...by)})`;
