import type { BoardQuery } from '@faultline/dashboards';
import type { Jaeger } from '../backends/jaeger';
import type { Loki } from '../backends/loki';
import type { Prometheus } from '../backends/prometheus';
import { interpolate, stepOf, type TimeRange, type VariableValues } from './interpolate';
import { jaegerQuestion, syntaxErrors } from './traceql';

export interface Backends {
  prometheus: Prometheus;
  loki: Loki;
  jaeger: Jaeger;
}

/** How often these Prometheuses scrape, in seconds. */
const scrapeSeconds = 1;

/** `label_values(SELECTOR, LABEL)`, the only kind of question that our variables ask. */
const labelQuestion = (query: string): [selector: string, label: string] => {
  const [, selector = '', label = ''] = /^label_values\((.+), (\w+)\)$/.exec(query) ?? [];
  if (label === '') throw new Error(`no question for labels: ${query}`);
  return [selector, label];
};

/** What a variable offers to choose from. */
export const choices = (
  { prometheus }: Backends,
  { text }: BoardQuery,
  values: VariableValues,
  range: TimeRange,
): Promise<string[]> => {
  const [selector, label] = labelQuestion(interpolate(text, values, range, scrapeSeconds));
  return prometheus.labelValues(label, selector, range);
};

/**
 * Asks a backend as Grafana would. Answers with how many values came back; rejects with what the backend complains of.
 * There is no Tempo here: its queries are checked by the grammar, and their question is put to Jaeger.
 */
export const ask = async (
  { prometheus, loki, jaeger }: Backends,
  query: BoardQuery,
  values: VariableValues,
  range: TimeRange,
): Promise<number> => {
  const text = interpolate(query.text, values, range, scrapeSeconds);
  const step = stepOf(range, scrapeSeconds);
  switch (query.datasource) {
    case 'prometheus':
      return query.isInstant
        ? (await prometheus.query(text)).filter(({ value }) => !Number.isNaN(value)).length
        : prometheus.countRange(text, range, step);
    case 'loki':
      return query.isInstant ? loki.countNow(text, range) : loki.countRange(text, range, step);
    case 'tempo': {
      const errors = syntaxErrors(text);
      if (errors.length > 0) throw new Error(`TraceQL: ${errors.join(', ')}`);
      return jaeger.count(jaegerQuestion(text));
    }
    case 'pyroscope':
      // No Pyroscope can be had here.
      return 0;
  }
};
