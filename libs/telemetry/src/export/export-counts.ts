import { createNoopMeter, type MeterProvider } from '@opentelemetry/api';

export type Signal = 'traces' | 'logs';

/** What became of the telemetry of one signal since the start, in spans or log records. */
export interface ExportCounts {
  exported: number;
  /** The collector refused them or could not be reached. */
  failed: number;
  /** They came while the queue was full. */
  dropped: number;
}

export const noCounts = (): ExportCounts => ({ exported: 0, failed: 0, dropped: 0 });

export const exportCounts: Readonly<Record<Signal, ExportCounts>> = {
  traces: noCounts(),
  logs: noCounts(),
};

/** The metrics in which a batch processor of the SDK tells what became of its items. */
const processed = /^otel\.sdk\.processor\.(span|log)\.processed$/;

const outcomeOf = (error: unknown): keyof ExportCounts => {
  if (error === undefined) return 'exported';
  return error === 'queue_full' ? 'dropped' : 'failed';
};

/** Counts what a batch processor of the SDK says of itself. */
export const countingMeters = (counts: ExportCounts): MeterProvider => {
  const meter = createNoopMeter();
  const add = (items: number, attributes?: { 'error.type'?: unknown }) => {
    counts[outcomeOf(attributes?.['error.type'])] += items;
  };
  return {
    getMeter: () =>
      Object.assign(Object.create(meter), {
        createCounter: (name: string) =>
          processed.test(name) ? { add } : meter.createCounter(name),
      }),
  };
};
