import type { Signal } from '../json';

/** The OTLP/HTTP addresses of the two signals. */
export type Collector = Record<Signal, string>;

export const collectorAt = (url: string): Collector => ({
  traces: `${url}/v1/traces`,
  logs: `${url}/v1/logs`,
});
