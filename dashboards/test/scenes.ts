import type { MetricCondition, Series } from '@faultline/slo';
import type { ServiceName } from '@faultline/topology';
import { type Recorded, recorded } from './series';

/** Scrapes in two minutes. */
export const scrapes = 25;

const steady = (perScrape: number): number[] =>
  Array.from({ length: scrapes }, (_, scrape) => scrape * perScrape);

const constant = (value: number): number[] => steady(0).map(() => value);

const up = (service: ServiceName): Recorded =>
  recorded(service, 'build_info', { version: '1', revision: 'a' }, constant(1));

const gone = (service: ServiceName): Recorded => ({
  ...up(service),
  values: constant(1).map((value, scrape) => (scrape < 5 ? value : undefined)),
});

/** A value that a pattern of a condition matches. */
const example = (pattern: string): string => {
  if (!/^\/.+\/$/.test(pattern)) return pattern;
  const plain = pattern.replace(/^\/\^?/, '').replace(/\$?\/$/, '');
  const known: Readonly<Record<string, string>> = { '2': '200', '5': '503', '.': 'timeout' };
  return known[plain] ?? plain.split('|')[0] ?? plain;
};

const seriesOf = ({ service, metric, labels = {} }: Series, values: number[]): Recorded => {
  const examples = Object.entries(labels).map(([label, value]) => [label, example(value)]);
  return recorded(service, metric, Object.fromEntries(examples), values);
};

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, Number.POSITIVE_INFINITY];

const histogram = (series: Series, every: number): Recorded[] =>
  bounds.map((bound) =>
    seriesOf(
      {
        ...series,
        metric: `${series.metric}_bucket`,
        labels: {
          ...series.labels,
          le: bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound),
        },
      },
      steady(every <= bound ? 20 : 0),
    ),
  );

/** Series over two minutes that are steadily so many times what a condition allows. */
export const sceneOf = (condition: MetricCondition, times: number): Recorded[] => {
  if (condition.kind === 'absent')
    return [times > 1 ? gone(condition.service) : up(condition.service)];
  switch (condition.kind) {
    case 'rate': {
      const { series, threshold } = condition;
      return [up(series.service), seriesOf(series, steady(threshold * times * 5))];
    }
    case 'ratio': {
      const { numerator, denominator, threshold } = condition;
      const part = threshold * times * 1000;
      const isWithin = numerator.service === denominator.service;
      const isPart = isWithin && numerator.metric === denominator.metric;
      return [
        up(numerator.service),
        ...(isWithin ? [] : [up(denominator.service)]),
        seriesOf(numerator, steady(part)),
        seriesOf(denominator, steady(isPart ? 1000 - part : 1000)),
      ];
    }
    case 'quantile': {
      const { series, threshold } = condition;
      const over = bounds.find((bound) => bound > threshold) ?? 0;
      const under = bounds.findLast((bound) => bound <= threshold) ?? 0;
      return [up(series.service), ...histogram(series, times > 1 ? over : under)];
    }
    case 'gauge': {
      const { series, comparison, threshold } = condition;
      const value = comparison === 'above' ? threshold * times : threshold / times;
      return [up(series.service), seriesOf(series, constant(value))];
    }
    case 'growth': {
      const { series, threshold } = condition;
      return [up(series.service), seriesOf(series, steady((threshold * times) / 12))];
    }
  }
};
