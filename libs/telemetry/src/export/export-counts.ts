import { createNoopMeter, type MeterProvider } from '@opentelemetry/api';

export type Signal = 'traces' | 'logs';

/** Numbers of spans or log records of one signal by outcome, since the start. */
export interface ExportCounts {
  exported: number;
  /** The collector refused them or could not be reached. */
  failed: number;
  /** Dropped because the queue was full. */
  dropped: number;
}

export const noCounts = (): ExportCounts => ({ exported: 0, failed: 0, dropped: 0 });

export const exportCounts: Readonly<Record<Signal, ExportCounts>> = {
  traces: noCounts(),
  logs: noCounts(),
};

/** The SDK's metrics of a batch processor's items. */
const processed = /^otel\.sdk\.processor\.(span|log)\.processed$/;

const outcomeOf = (error: unknown): keyof ExportCounts => {
  if (error === undefined) return 'exported';
  return error === 'queue_full' ? 'dropped' : 'failed';
};

/** Counts the items of a batch processor from the SDK's own metrics. */
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
