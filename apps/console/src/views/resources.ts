import type { ResourceChart, Resources, Values } from '@faultline/contracts/console';
import { consoleRoutes } from '@faultline/contracts/console';
import { increments, type MetricWindow } from '@faultline/evidence';
import { problemOf } from '@faultline/service';
import { label, storeDuration } from '@faultline/telemetry/names';
import { isService, isStore, ownerOf } from '@faultline/topology';
import type { ConsoleSources } from '../sources';
import { components } from './components';
import { rangeOf } from './range';
import {
  addIncrements,
  lastValues,
  perSecond,
  type SteppedWindow,
  steppedWindow,
  stepsOf,
} from './steps';

type Labels = Readonly<Record<string, string>>;

interface ChartSpec {
  name: string;
  unit: ResourceChart['unit'];
  lines: readonly LineSpec[];
}

/** Lines of a chart: a metric, by the values of one of its labels. */
interface LineSpec {
  metric: string;
  labels?: Labels;
  /** The name of the line, or the label that names it. */
  name: string | { label: string };
  /** Whether it counts up, and its growth per second is shown. */
  counts?: true;
  /** What a value is multiplied with. */
  factor?: number;
}

const serviceCharts: readonly ChartSpec[] = [
  {
    name: 'CPU',
    unit: 'share',
    lines: [{ metric: 'process_cpu_seconds_total', name: 'of one core', counts: true }],
  },
  {
    name: 'Memory',
    unit: 'bytes',
    lines: [
      { metric: 'process_resident_memory_bytes', name: 'resident' },
      { metric: 'nodejs_heap_size_used_bytes', name: 'heap used' },
    ],
  },
  {
    name: 'Event loop lag',
    unit: 'milliseconds',
    lines: [{ metric: 'nodejs_eventloop_lag_p99_seconds', name: 'p99', factor: 1000 }],
  },
  {
    name: 'Garbage collection',
    unit: 'share',
    lines: [{ metric: 'nodejs_gc_duration_seconds_sum', name: { label: 'kind' }, counts: true }],
  },
  {
    name: 'Log lines',
    unit: 'per second',
    lines: [{ metric: 'log_lines_total', name: { label: 'level' }, counts: true }],
  },
  {
    name: 'Connections to the store',
    unit: 'count',
    lines: [{ metric: 'db_client_connections', name: { label: label.poolState } }],
  },
];

const storeCharts = (store: string): readonly ChartSpec[] => {
  const ofStore = { [label.store]: store };
  return [
    {
      name: 'Operations',
      unit: 'per second',
      lines: [
        {
          metric: `${storeDuration}_count`,
          labels: ofStore,
          name: { label: label.operation },
          counts: true,
        },
      ],
    },
    {
      name: 'Failed operations',
      unit: 'per second',
      lines: [
        {
          metric: `${storeDuration}_count`,
          labels: { ...ofStore, [label.errorType]: '/./' },
          name: { label: label.errorType },
          counts: true,
        },
      ],
    },
    {
      name: 'Connections of the pool',
      unit: 'count',
      lines: [
        {
          metric: 'db_client_connections',
          labels: { [label.pool]: store },
          name: { label: label.poolState },
        },
      ],
    },
    {
      name: 'Behind the primary',
      unit: 'bytes',
      lines: [{ metric: 'redis_replica_lag_bytes', labels: ofStore, name: 'lag' }],
    },
  ];
};

const multiplied = (values: Values, factor = 1): Values =>
  values.map((value) => (value === null ? null : value * factor));

const linesOf = (spec: LineSpec, window: MetricWindow, stepped: SteppedWindow) => {
  const { metric, labels, name, counts, factor } = spec;
  const nameOf = (own: Labels): string =>
    typeof name === 'string' ? name : (own[name.label] ?? '');
  if (counts) {
    const sums = new Map<string, Float64Array>();
    for (const series of increments(window, metric, labels)) {
      const line = nameOf(series.labels);
      const sum = sums.get(line) ?? new Float64Array(stepped.steps.times.length);
      sums.set(line, sum);
      addIncrements(sum, series, stepped);
    }
    return [...sums].map(([line, sum]) => ({
      name: line,
      values: multiplied(perSecond(sum, stepped), factor),
    }));
  }
  return window.series(metric, labels).map((series) => ({
    name: nameOf(series.labels),
    values: multiplied(lastValues(series.values, stepped), factor),
  }));
};

/** What a component uses; charts without any value are left out. Throws an `unknown-component`. */
export const resources = (
  { metrics }: Pick<ConsoleSources, 'metrics'>,
  component: string,
  query: { from?: number; to?: number; points: number },
): Resources => {
  const range = rangeOf(query);
  const steps = stepsOf(range, query.points);
  if (!components.some(({ name }) => name === component))
    throw problemOf(consoleRoutes.resources, 'unknown-component', `There is no ${component}.`, {
      field: 'component',
    });
  const source = isStore(component) ? ownerOf(component) : component;
  if (source === undefined || !isService(source)) return { times: steps.times, charts: [] };
  const window = metrics.window(source, range.from, range.to);
  const stepped = steppedWindow(window, steps);
  const charts = (isStore(component) ? storeCharts(component) : serviceCharts)
    .map(({ name, unit, lines }) => ({
      name,
      unit,
      lines: lines.flatMap((line) => linesOf(line, window, stepped)),
    }))
    .filter(({ lines }) => lines.some(({ values }) => values.some((value) => value !== null)));
  return { times: steps.times, charts };
};
