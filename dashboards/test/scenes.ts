import type { MetricCondition, Series, SeriesOwner } from '@faultline/slo';
import { type Recorded, recorded } from './series';

/** Scrapes in two minutes. */
export const scrapes = 25;

const steady = (perScrape: number): number[] =>
  Array.from({ length: scrapes }, (_, scrape) => scrape * perScrape);

const constant = (value: number): number[] => steady(0).map(() => value);

const up = (service: SeriesOwner): Recorded =>
  recorded(service, 'build_info', { version: '1', revision: 'a' }, constant(1));

/** A process that has been running for ten minutes already. */
const grown = (service: SeriesOwner): Recorded =>
  recorded(service, 'process_start_time_seconds', {}, constant(-600));

const gone = (service: SeriesOwner): Recorded => ({
  ...up(service),
  values: constant(1).map((value, scrape) => (scrape < 5 ? value : undefined)),
});

/** A value that a pattern of a condition matches. */
const example = (pattern: string): string => {
  if (!/^\/.+\/$/.test(pattern)) return pattern;
  const plain = pattern.replace(/^\/\^?/, '').replace(/\$?\/$/, '');
  const known: Readonly<Record<string, string>> = {
    '2': '200',
    '5': '503',
    '.': 'timeout',
    '(5..)?': '503',
  };
  return known[plain] ?? plain.replace(/^\(/, '').split('|')[0] ?? plain;
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

/** What a denominator counts besides its numerator: requests that end otherwise. */
const others = (denominator: Series, numerator: Series): Series =>
  numerator.labels?.http_response_status_code === undefined
    ? denominator
    : { ...denominator, labels: { ...denominator.labels, http_response_status_code: '201' } };

/** The value of the label by which a condition is taken, where it is in trouble. */
export const exampleOfLabel = 'one';

/** Series over two minutes that are steadily so many times what a condition allows. */
export const sceneOf = (condition: MetricCondition, times: number): Recorded[] => {
  if (condition.kind === 'absent')
    return [times > 1 ? gone(condition.service) : up(condition.service)];
  switch (condition.kind) {
    case 'rate': {
      const { series, threshold, of } = condition;
      const whole = of ? 0.5 : 1;
      return [
        up(series.service),
        ...(of ? [seriesOf(of, constant(whole))] : []),
        seriesOf(series, steady(threshold * times * 5 * whole)),
      ];
    }
    case 'ratio': {
      const { numerator, denominator, threshold, by } = condition;
      const part = threshold * times * 1000;
      // Of two values of the label, only one is in trouble.
      const here = (series: Series): Series =>
        by === undefined
          ? series
          : { ...series, labels: { ...series.labels, [by]: exampleOfLabel } };
      const elsewhere =
        by === undefined
          ? []
          : [seriesOf({ ...denominator, labels: { [by]: 'other' } }, steady(9000))];
      const isWithin = numerator.service === denominator.service;
      const isPart = isWithin && numerator.metric === denominator.metric;
      return [
        up(numerator.service),
        ...(isWithin ? [] : [up(denominator.service)]),
        seriesOf(here(numerator), steady(part)),
        seriesOf(
          here(isPart ? others(denominator, numerator) : denominator),
          steady(isPart ? 1000 - part : 1000),
        ),
        ...elsewhere,
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
      return [
        up(series.service),
        grown(series.service),
        seriesOf(series, steady((threshold * times) / 12)),
      ];
    }
    case 'changes': {
      const { series, threshold } = condition;
      const changes = times > 1 ? threshold + 1 : threshold;
      const value = (scrape: number) => Math.min(Math.floor(scrape / 3), changes);
      return [
        up(series.service),
        seriesOf(
          series,
          constant(0).map((_, scrape) => value(scrape)),
        ),
      ];
    }
  }
};
