import type { MetricCondition, Series } from '@faultline/slo';

const seriesText = ({ service, metric, labels = {} }: Series): string => {
  const pairs = Object.entries({ service, ...labels }).map(([name, value]) => {
    const pattern = /^\/.+\/$/.test(value);
    return `${name}${pattern ? '=~' : '='}"${pattern ? value.slice(1, -1) : value}"`;
  });
  return `${metric}{${pairs.join(', ')}}`;
};

/** A condition as a person would write it, close to PromQL. */
export const conditionText = (condition: MetricCondition): string => {
  switch (condition.kind) {
    case 'absent':
      return `the metrics of ${condition.service} cannot be read`;
    case 'rate':
      return `rate(${seriesText(condition.of)}[${condition.window}s]) > ${condition.above}`;
    case 'ratio':
      return `increase(${seriesText(condition.of)}[${condition.window}s]) > ${condition.above} × increase(${seriesText(condition.to)}[${condition.window}s])`;
    case 'quantile':
      return `the ${condition.q} quantile of ${seriesText(condition.of)} over ${condition.window} s > ${condition.above}`;
    case 'gauge':
      return 'above' in condition
        ? `${seriesText(condition.of)} > ${condition.above}`
        : `${seriesText(condition.of)} < ${condition.below}`;
    case 'growth':
      return `${seriesText(condition.of)} grows by more than ${condition.above} in ${condition.window} s`;
  }
};
