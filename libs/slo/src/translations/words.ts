import type { MetricCondition, Series } from '../conditions';

const seriesText = ({ service, metric, labels = {} }: Series): string => {
  const pairs = Object.entries({ service, ...labels }).map(([name, value]) => {
    const pattern = /^\/.+\/$/.test(value);
    return `${name}${pattern ? '=~' : '='}"${pattern ? value.slice(1, -1) : value}"`;
  });
  return `${metric}{${pairs.join(', ')}}`;
};

/** Translates a condition to readable text, similar to PromQL. */
export const conditionInWords = (condition: MetricCondition): string => {
  switch (condition.kind) {
    case 'absent':
      return `the metrics of ${condition.service} cannot be read`;
    case 'rate':
      return `rate(${seriesText(condition.series)}[${condition.window}s]) > ${condition.threshold}`;
    case 'ratio':
      return `increase(${seriesText(condition.numerator)}[${condition.window}s]) > ${condition.threshold} × increase(${seriesText(condition.denominator)}[${condition.window}s])`;
    case 'quantile':
      return `the ${condition.quantile} quantile of ${seriesText(condition.series)} over ${condition.window} s > ${condition.threshold}`;
    case 'gauge':
      return `${seriesText(condition.series)} ${condition.comparison === 'above' ? '>' : '<'} ${condition.threshold}`;
    case 'growth':
      return `${seriesText(condition.series)} grows by more than ${condition.threshold} in ${condition.window} s`;
  }
};
