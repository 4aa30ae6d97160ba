import { getStringFromEnv, getStringListFromEnv } from '@opentelemetry/core';
import type { Signal } from './export-counts';

/** The exporters of a signal. */
export type ExporterName = 'otlp' | 'console';

const isExporterName = (name: string): name is ExporterName =>
  name === 'otlp' || name === 'console';

const hasCollector = (signal: Signal): boolean =>
  ['', `${signal.toUpperCase()}_`].some(
    (part) => getStringFromEnv(`OTEL_EXPORTER_OTLP_${part}ENDPOINT`) !== undefined,
  );

/** The exporters in `OTEL_TRACES_EXPORTER` or `OTEL_LOGS_EXPORTER`; by default OTLP if an endpoint is set. */
export const chosenExporters = (signal: Signal): ExporterName[] => {
  if (isDisabled()) return [];
  const named = getStringListFromEnv(`OTEL_${signal.toUpperCase()}_EXPORTER`);
  if (!named) return hasCollector(signal) ? ['otlp'] : [];
  return named.includes('none') ? [] : [...new Set(named)].filter(isExporterName);
};

/** Whether `OTEL_SDK_DISABLED` turns spans and export off. */
export const isDisabled = (): boolean =>
  getStringFromEnv('OTEL_SDK_DISABLED')?.trim().toLowerCase() === 'true';
