import type { LabelName, SampleMetric, SampleName } from '@faultline/telemetry/names';
import { identityLabels } from '@faultline/topology';

const { service, installation } = identityLabels;

/** Labels that every series has, and the node, which many scrape configurations add. */
type CommonLabel = (typeof identityLabels)[keyof typeof identityLabels] | 'instance' | 'node';

/** A matcher: label, operator and value, such as `['outcome', '!=', 'failed']`. */
type Matcher<Label extends string> = readonly [
  label: Label,
  operator: '=' | '!=' | '=~' | '!~',
  value: string,
];

export type MatcherOf<Name extends SampleName> = Matcher<
  LabelName<SampleMetric[Name]> | CommonLabel | (Name extends `${string}_bucket` ? 'le' : never)
>;

/** A reference to a variable of the dashboard, in Grafana's format. */
export const placeholder = (variable: string, format?: 'pipe' | 'queryparam'): string =>
  format === undefined ? `\${${variable}}` : `\${${variable}:${format}}`;

const text = ([label, operator, value]: Matcher<string>): string =>
  `${label}${operator}${JSON.stringify(value)}`;

/** The selected installation's series of a recorded metric, with further matchers. */
export const recorded = (metric: string, ...matchers: readonly Matcher<string>[]): string =>
  `${metric}{${[`${installation}="$installation"`, ...matchers.map(text)].join(',')}}`;

/** The series of the selected installation, with further matchers. */
export const installed = <Name extends SampleName>(
  metric: Name,
  ...matchers: readonly MatcherOf<Name>[]
): string => recorded(metric, ...matchers);

/** The series of the selected services of the installation, with further matchers. */
export const chosen = <Name extends SampleName>(
  metric: Name,
  ...matchers: readonly MatcherOf<Name>[]
): string => recorded(metric, [service, '=~', '$service'], ...matchers);

/** The labels to aggregate by. */
export type GroupLabel = LabelName | CommonLabel | 'le';

/** Aggregates series by labels: sum, max or min. */
export const aggregate = (
  how: 'sum' | 'max' | 'min',
  series: string,
  ...by: readonly GroupLabel[]
): string => `${how} by (${by.join(', ')}) (${series})`;

/** The rate per second, by these labels. */
export const rate = (series: string, ...by: readonly GroupLabel[]): string =>
  aggregate('sum', `rate(${series}[$__rate_interval])`, ...by);

/** A ratio that is 0, instead of having no value, if the numerator or the denominator has no series. */
export const share = (part: string, whole: string): string =>
  `(${part} or 0 * ${whole}) / clamp_min(${whole}, 1e-9)`;

/** A quantile of a histogram by these labels. */
export const quantile = (q: number, buckets: string, ...by: readonly GroupLabel[]): string =>
  `histogram_quantile(${q}, ${rate(buckets, 'le', ...by)})`;
