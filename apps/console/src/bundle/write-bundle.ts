import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { MetricWindow } from '@faultline/evidence';
import { serviceNames, toolNames } from '@faultline/topology';
import type { ConsoleSources } from '../sources';
import type { Range } from '../views/range';
import { bundleVersion, type Manifest, type MetricsLine } from './bundle-lines';
import { telemetryLines } from './telemetry-lines';

const metricsOf = (target: string, window: MetricWindow): MetricsLine => ({
  metrics: {
    target,
    times: [...window.times],
    readable: [...window.readable],
    series: window.names().flatMap((name) =>
      window.series(name).map(({ labels, values }) => ({
        name,
        labels: { ...labels },
        values: values.map((value) => (Number.isNaN(value) ? null : value)),
      })),
    ),
  },
});

async function* linesOf(
  {
    store,
    metrics,
    health,
    alerts,
    changes,
  }: Omit<ConsoleSources, 'intake' | 'probes' | 'incidents' | 'budgets'>,
  range: Range,
  version: string,
): AsyncGenerator<object | string> {
  const { from, to } = range;
  const manifest: Manifest = { bundle: bundleVersion, version, from, to };
  yield { faultline: manifest };
  const first = health.at(from).map((state) => ({ ...state, at: from }));
  yield { states: [...first, ...health.changes(from, to)] };
  yield { alerts: alerts.between(from, to) };
  yield { changes: changes.between(from, to) };
  for (const target of [...serviceNames, ...toolNames])
    yield metricsOf(target, metrics.window(target, from, to));
  yield* telemetryLines(store, range);
}

async function* withNewlines(lines: AsyncIterable<object | string>): AsyncGenerator<string> {
  for await (const line of lines)
    yield `${typeof line === 'string' ? line : JSON.stringify(line)}\n`;
}

/** The name of a bundle that begins at a time. */
export const bundleFileName = (from: number): string =>
  `faultline-${new Date(from).toISOString().slice(0, 19).replaceAll(':', '-')}.jsonl.gz`;

/** A bundle of all that the console has of a range, as gzipped JSON lines. */
export const writeBundle = (
  sources: Omit<ConsoleSources, 'intake' | 'probes' | 'incidents' | 'budgets'>,
  range: Range,
  version: string,
): Readable =>
  Readable.from(withNewlines(linesOf(sources, range, version))).compose(createGzip({ level: 9 }));
