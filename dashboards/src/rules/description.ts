import {
  type Alert,
  conditionInWords,
  isShare,
  type MetricCondition,
  type Timing,
  timeInWords,
} from '@faultline/slo';
import { isMetricName, metricOf } from '@faultline/telemetry/names';

/** The value of an alert's expression, as the template of Prometheus and Loki writes it. */
const value = (format: string): string => `{{ $value | ${format} }}`;

const ofMetric = (metric: string): string => {
  const { unit } = isMetricName(metric) ? metricOf(metric) : {};
  if (unit === 'seconds') return value('humanizeDuration');
  if (unit === 'bytes') return `${value('humanize')}B`;
  return metric.endsWith('_ratio') ? value('humanizePercentage') : value('humanize');
};

/** How bad it is: undefined where the condition either holds or does not. */
const howBad = (when: MetricCondition): string | undefined => {
  switch (when.kind) {
    case 'absent':
      return undefined;
    case 'ratio':
      return value(isShare(when) ? 'humanizePercentage' : 'humanize');
    case 'rate':
      return when.of ? value('humanizePercentage') : `${value('humanize')} per second`;
    case 'changes':
      return value('humanize');
    case 'quantile':
    case 'gauge':
    case 'growth':
      return ofMetric(when.series.metric);
  }
};

/** The label that says which of a service's routes or processes it is. */
const whichOf = (when: MetricCondition): string | undefined => {
  if (when.kind === 'ratio') return when.by;
  return when.kind === 'rate' || when.kind === 'growth' ? 'instance' : undefined;
};

const measured = (when: MetricCondition): string => {
  const bad = howBad(when);
  const label = whichOf(when);
  if (bad === undefined) return '';
  return ` Value${label === undefined ? '' : ` of {{ $labels.${label} }}`}: ${bad}.`;
};

/** When an alert fires, in words, and what Prometheus or Loki has measured. */
export const descriptionOf = ({ when }: Alert, timing: Timing): string =>
  when.kind === 'logged'
    ? `Fires when ${conditionInWords(when)}. Lines in the last minute: ${value('humanize')}. It resolves when no new line has one; those that were logged stay in the log.`
    : `Fires when this holds for ${timeInWords(timing.lastingSeconds)}: ${conditionInWords(when, timing)}.${measured(when)}`;
